package io.github.ddevbak.recovery;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.database.DumpPipelineBenchmark;
import io.github.ddevbak.database.DumpWriter;
import io.github.ddevbak.files.Timing;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.Sha256;
import io.github.ddevbak.store.Staging;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times {@code ddevbak verify}, the program as it is installed, its start included, against {@code sha256sum -c} and then
 * {@code gzip -t}, on a set with a dump of 300 MB (packed by a third or less of that) and 1,000 files of 1 MB.
 *
 * <pre>
 * mvn -DskipTests package
 * javac -d target/bench -cp target/classes:target/test-classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes io.github.ddevbak.recovery.VerifyBenchmark PROGRAM FOLDER [ROUNDS]
 * </pre>
 *
 * <p>PROGRAM is {@code target/ddevbak}. FOLDER needs room for 1.5 GB, is made by this, and its {@code sets} are left
 * there. Verify does more than its peer: it also reads the dump's statements and counts them. The goal is 1.0; the
 * peak of memory is told too, and the goal for that 128 MiB.
 */
public final class VerifyBenchmark {
    private static final int FILES = 1000;
    private static final int MEGABYTE = 1_000_000;
    private static final String DUMP = "database/db.sql.gz";

    private VerifyBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path sets = folder.resolve("sets");
        Path set = make(new Destination(sets), folder.resolve("dump.sql"));
        List<String> verify = List.of(program.toString(), "verify", "--dest", sets.toString());
        Timing.Runner ours = new Timing.Runner("ddevbak verify", folder, verify.toArray(String[]::new));
        Timing.Runner peer = new Timing.Runner(
                "sha256sum -c && gzip -t", set, "sh", "-c", "sha256sum --quiet -c MANIFEST.sha256 && gzip -t " + DUMP);
        peer.run();
        Timing.compare(rounds, 1.0, ours, peer);
        Timing.say("peak of memory: %s", Timing.peak(new ProcessBuilder(verify)));
    }

    private static Path make(Destination destination, Path plain) throws IOException {
        destination.prepare();
        try (Staging staging = destination.stage(new ProjectName("bench"), Instant.parse("2026-11-22T16:31:05Z"), "")) {
            DumpFacts dump = dump(staging.file(DUMP), plain);
            staging.note(DUMP, Part.DATABASE, dump.fileSha256());
            Random random = new Random(20261122);
            byte[] content = new byte[MEGABYTE];
            for (int i = 0; i < FILES; i++) {
                random.nextBytes(content);
                String path = "config/" + i % 20 + "/image-" + i + ".jpg";
                Files.write(staging.file(path), content);
                staging.note(path, Part.CONFIG, HexFormat.of().formatHex(Sha256.digest().digest(content)));
            }
            return staging.seal(artefacts -> record(staging.id(), dump, artefacts), record -> "Made by a benchmark.\n")
                    .folder();
        }
    }

    private static DumpFacts dump(Path target, Path plain) throws IOException {
        DumpPipelineBenchmark.generate(plain, 300L * MEGABYTE);
        try (DumpWriter writer = new DumpWriter(target, DumpFormat.GZ, DumpDialect.MYSQL, 2)) {
            Files.copy(plain, (OutputStream) writer);
            return writer.finish();
        } finally {
            Files.delete(plain);
        }
    }

    private static SetRecord record(String id, DumpFacts dump, List<Artefact> artefacts) {
        Map<String, Object> database = Map.of(
                "name", "db",
                "file", DUMP,
                "tables", (long) dump.counts().tables(),
                "rows", dump.rows(),
                "plainBytes", dump.plainBytes(),
                "plainSha256", dump.plainSha256(),
                "fileBytes", dump.fileBytes(),
                "fileSha256", dump.fileSha256());
        Map<String, Object> facts = Map.of("server", "mariadb:11.8", "databases", List.of(database));
        return new SetRecord(
                SetRecord.SCHEMA,
                "bench",
                id,
                "",
                Instant.parse("2026-11-22T16:31:05Z"),
                "/projects/bench",
                "drupal11",
                "web",
                "running",
                Map.of(),
                List.of(
                        new PartRecord(Part.DATABASE, PartState.OK, List.of(), facts, 0),
                        new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of(), 0)),
                artefacts,
                "recoverable",
                "mistake",
                0);
    }
}
