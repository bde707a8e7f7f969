package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Seals a set of hostile names and runs its guide's commands in a shell, with a ddev and a git that only note what they are told. */
final class RestoredByHand {
    /** Each argument in angle brackets, line breaks as {@code \n}; then its input, where that is not a terminal. */
    private static final String NOTING = """
            #!/usr/bin/env bash
            if [ "$1 $2 $3 $4" = "exec -s db --" ]; then eval "set -- exec -s db -- $5"; fi
            for word; do printf '<%%s>' "$word" | tr '\\n' '~' | sed 's/~/\\\\n/g'; done >> "%1$s"
            printf '\\n' >> "%1$s"
            tr '\\n' '~' | sed 's/~/\\\\n/g' >> "%1$s"
            printf '\\n' >> "%1$s"
            """;

    private final Path folder;
    private final Path approot;
    private final Path ddev;
    private final Path git;

    RestoredByHand(Path folder) throws IOException {
        this.folder = folder;
        this.approot = Files.createDirectories(folder.resolve("it's $(here)"));
        this.ddev = folder.resolve("ddev.told");
        this.git = folder.resolve("git.told");
        Files.writeString(Files.createDirectory(approot.resolve(".ddev")).resolve("config.yaml"), "name: shop\n");
        Files.createDirectory(folder.resolve("bin"));
        program("ddev", ddev);
        program("git", git);
    }

    private void program(String name, Path told) throws IOException {
        Path program = folder.resolve("bin").resolve(name);
        Files.writeString(program, NOTING.formatted(told));
        Modes.set(program, "rwx------");
    }

    Path approot() {
        return approot;
    }

    Shell.Ended followTheGuide() throws IOException, InterruptedException {
        StoredSet set = sealed();
        String guide = Files.readString(set.folder().resolve("RESTORE.md"));
        String path = folder.resolve("bin") + ":" + System.getenv("PATH");
        return Shell.run(
                set.folder(),
                Map.of("LC_ALL", "C.UTF-8", "PATH", path),
                "bash",
                "-e",
                "-c",
                String.join("\n", GuideBlocks.lines(guide)));
    }

    private StoredSet sealed() throws IOException {
        Destination destination = new Destination(folder.resolve("dest"));
        destination.prepare();
        SetRecord sample = GuideSamples.hostile(approot.toString());
        try (Staging staging = destination.stage(SampleRecords.SHOP, SampleRecords.NOW, "")) {
            for (Artefact artefact : sample.artefacts()) {
                Path file = staging.folder().resolve(artefact.path());
                Files.createDirectories(file.getParent());
                write(file, artefact, sample);
            }
            return staging.seal(artefacts -> with(sample, artefacts), RestoreGuide::text);
        }
    }

    private static void write(Path file, Artefact artefact, SetRecord sample) throws IOException {
        if (artefact.part() == Part.CONFIG) {
            Files.writeString(file, "config");
            return;
        }
        String name = Facts.of(sample.parts().get(0)).maps("databases").stream()
                .filter(database -> database.text("file").equals(artefact.path()))
                .map(database -> database.text("name"))
                .findFirst()
                .orElseThrow();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("dump of " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static SetRecord with(SetRecord set, List<Artefact> artefacts) {
        return new SetRecord(
                set.schema(),
                set.project(),
                set.id(),
                set.label(),
                set.created(),
                set.approot(),
                set.type(),
                set.docroot(),
                set.statusFound(),
                set.versions(),
                set.parts(),
                artefacts,
                set.verdict(),
                set.survives(),
                set.tookMillis());
    }

    List<String> toldDdev() throws IOException {
        return Files.readAllLines(ddev);
    }

    /** Without the empty lines of its empty input. */
    List<String> toldGit() throws IOException {
        return Files.readAllLines(git).stream().filter(line -> !line.isEmpty()).toList();
    }
}
