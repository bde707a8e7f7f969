package io.github.ddevbak.store;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** A destination with sets that say of themselves what those of usual projects do; every second one was verified. */
public final class SampleSets {
    private static final Instant FIRST = Instant.parse("2026-01-01T03:00:00Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private SampleSets() {}

    /** Makes so many sets of each of so many projects. */
    public static void make(Path folder, int projects, int sets) throws IOException {
        Destination destination = new Destination(folder);
        destination.prepare();
        byte[] manifest = (HASH + "  set.json\n").repeat(9).getBytes(UTF_8);
        for (int project = 0; project < projects; project++) {
            ProjectName name = new ProjectName("client-project-" + project);
            Path ofProject = Files.createDirectories(
                    destination.folder().resolve("projects").resolve(name.text()));
            for (int number = 0; number < sets; number++) {
                Instant at = FIRST.plusSeconds(86_400L * number + project);
                String id = SetId.of(at, "", 1).text();
                Path set = Files.createDirectory(ofProject.resolve(id));
                SetRecord record = record(name, id, at);
                Files.write(set.resolve(SetFolder.RECORD), Records.json(record));
                Files.write(set.resolve(Manifest.NAME), manifest);
                if (number % 2 == 0) {
                    StoredSet stored = new StoredSet(name, id, set, record);
                    Files.write(
                            SetNotes.file(set, NoteKind.VERIFIED),
                            Records.json(SetNote.of(stored, NoteKind.VERIFIED, at, true, 4000, Map.of("files", 9L))));
                }
            }
        }
    }

    /** What a set of a usual project says of itself. */
    private static SetRecord record(ProjectName project, String id, Instant at) {
        Map<String, Object> database = Map.of(
                "name", "db", "file", "database/db.sql.gz", "tables", 120L, "rows", 45_000L, "fileSha256", HASH);
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
