package io.github.ddevbak.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.files.Timing;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Times {@code ddevbak list}, the program as it is installed, its start included, of 10,000 sets of 40 projects, against
 * {@code find | xargs cat} of what each set says of itself; and the same where nothing is remembered of them.
 *
 * <pre>
 * mvn -DskipTests package
 * javac -d target/bench -cp target/classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes io.github.ddevbak.store.ListBenchmark PROGRAM FOLDER [ROUNDS]
 * </pre>
 *
 * <p>PROGRAM is {@code target/ddevbak}. FOLDER needs room for 100 MB, is made by this and kept for the next time. Every
 * second set was verified. The goal is less than a second, and 1.0 of the peer.
 */
public final class ListBenchmark {
    private static final int PROJECTS = 40;
    private static final int SETS = 250;
    private static final Instant FIRST = Instant.parse("2026-01-01T03:00:00Z");

    private ListBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        Path sets = folder.resolve("sets");
        if (!Files.exists(sets)) {
            make(new Destination(sets));
        }
        String state = Files.createDirectories(folder.resolve("home")).toString();
        String list = "exec env HOME=" + state + " XDG_STATE_HOME=" + state + " " + program + " list --dest " + sets;
        Timing.Runner ours = new Timing.Runner("ddevbak list", folder, "sh", "-c", list);
        Timing.Runner peer = new Timing.Runner(
                "find | xargs cat",
                folder,
                "sh",
                "-c",
                "find " + sets + " -name set.json -print0 | xargs -0 cat");
        Timing.Runner json = new Timing.Runner("ddevbak list --json", folder, "sh", "-c", list + " --json");
        Timing.Runner anew = new Timing.Runner(
                "ddevbak list, no index", folder, "sh", "-c", "rm -rf " + state + "/ddevbak/catalogue; " + list);
        new Timing.Runner("first", folder, "sh", "-c", list).run();
        Timing.compare(rounds, 1.0, ours, peer, json, anew);
    }

    private static void make(Destination destination) throws IOException {
        destination.prepare();
        byte[] manifest = (SampleSet.HASH + "  set.json\n").repeat(9).getBytes(UTF_8);
        for (int project = 0; project < PROJECTS; project++) {
            ProjectName name = new ProjectName("client-project-" + project);
            Path projectFolder = Files.createDirectories(
                    destination.folder().resolve("projects").resolve(name.text()));
            for (int number = 0; number < SETS; number++) {
                Instant at = FIRST.plusSeconds(86_400L * number + project);
                String id = SetId.of(at, "", 1).text();
                Path folder = Files.createDirectory(projectFolder.resolve(id));
                SetRecord record = SampleSet.record(name, id, at);
                Files.write(folder.resolve(SetFolder.RECORD), Records.json(record));
                Files.write(folder.resolve(Manifest.NAME), manifest);
                if (number % 2 == 0) {
                    StoredSet set = new StoredSet(name, id, folder, record);
                    Files.write(
                            SetNotes.file(folder, NoteKind.VERIFIED),
                            Records.json(SetNote.of(set, NoteKind.VERIFIED, at, true, 4000, Map.of("files", 9L))));
                }
            }
        }
    }

    /** What a set of a usual project says of itself. */
    private static final class SampleSet {
        static final String HASH = "0123456789abcdef".repeat(4);

        static SetRecord record(ProjectName project, String id, Instant at) {
            Map<String, Object> database = Map.of(
                    "name", "db", "file", "database/db.sql.gz", "tables", 120L, "rows", 45_000L, "gzipSha256", HASH);
            Finding finding = Finding.loss(
                    "code.unpushed-branch",
                    "The branch 'feature' has 3 commits that no remote has.",
                    "Push it: git push origin feature");
            List<PartRecord> parts = List.of(
                    new PartRecord(Part.DATABASE, PartState.OK, List.of(), Map.of("databases", List.of(database)), 4000),
                    new PartRecord(Part.CODE, PartState.AT_RISK, List.of(finding), Map.of("branch", "main"), 200),
                    new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of("bytes", 12_000L), 20),
                    new PartRecord(Part.FILES, PartState.NONE, List.of(), Map.of(), 1));
            List<Artefact> artefacts = new ArrayList<>();
            IntStream.range(0, 7)
                    .forEach(i -> artefacts.add(new Artefact("config/settings-" + i + ".php", Part.CONFIG, 1800, HASH)));
            return new SetRecord(
                    SetRecord.SCHEMA,
                    project.text(),
                    id,
                    "",
                    at,
                    "/home/user/projects/" + project,
                    "drupal11",
                    "web",
                    "running",
                    Map.of("ddevbak", "0.1.0", "ddev", "v1.25.3", "database", "mariadb:11.8"),
                    parts,
                    artefacts,
                    "at-risk",
                    "mistake",
                    4711);
        }
    }
}
