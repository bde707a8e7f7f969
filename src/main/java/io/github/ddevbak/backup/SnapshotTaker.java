package io.github.ddevbak.backup;

import io.github.ddevbak.database.SnapshotFacts;
import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.database.SnapshotLog;
import io.github.ddevbak.database.SnapshotProof;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Has ddev take a snapshot, and believes nothing but the file. */
public final class SnapshotTaker {
    private final SnapshotCli cli;
    private final LeftRunning left;

    /** @param sheltered ends a backup tool that was left running; a cancellation does not cut it short */
    public SnapshotTaker(SnapshotCli cli, DatabaseCli questions, DatabaseCli sheltered) {
        this.cli = cli;
        this.left = new LeftRunning(questions, sheltered);
    }

    /**
     * A snapshot that was proved, or why there is none.
     *
     * @param file the proved file in ddev's folder
     * @param objection the finding where there is none
     */
    public record Taken(Optional<Path> file, Optional<SnapshotFacts> facts, Optional<Finding> objection) {}

    /** Takes a snapshot of a running project. */
    public Taken take(Project project, DatabaseServer server, String name) {
        Path folder = SnapshotCli.folder(project.approot());
        if (!named(folder, name).isEmpty()) {
            return objected(project, "there is a snapshot named '" + name + "' already", "Choose another name.");
        }
        Optional<List<DatabaseCli.DumpProcess>> before = left.running(project);
        ProcessResult result = cli.create(project.name(), name);
        if (LeftRunning.mayBe(result)) {
            left.endAllBut(before, project);
        }
        List<Path> made = named(folder, name);
        Optional<String> objection =
                result.ok() ? Optional.empty() : Optional.of(result.ending().words());
        Optional<SnapshotFacts> facts = Optional.empty();
        if (objection.isEmpty()) {
            objection = made.size() == 1 ? misnamed(made.get(0), server) : Optional.of(count(made));
        }
        if (objection.isEmpty()) {
            try {
                facts = Optional.of(SnapshotProof.read(made.get(0), server));
                objection = facts.get().objection();
            } catch (IOException e) {
                objection = Optional.of("its file cannot be read: " + e.getMessage());
            }
        }
        Optional<String> log = logWords(project, server, made);
        objection = objection.or(() -> log);
        if (objection.isEmpty()) {
            return new Taken(Optional.of(made.get(0)), facts, Optional.empty());
        }
        removeOurs(project, name, made);
        String cause = DdevWords.because(result) + toolCause(project, server, name, log);
        return objected(
                project,
                objection.get() + cause,
                "Look at 'ddev logs -s db " + project.name() + "' and at the free space of Docker, then run it again.");
    }

    private static String count(List<Path> made) {
        return made.isEmpty()
                ? "ddev exited 0 and made no snapshot file"
                : "ddev made " + made.size() + " files for one snapshot";
    }

    private static Optional<String> misnamed(Path file, DatabaseServer server) {
        Optional<SnapshotFile> parsed = SnapshotFile.parse(file.getFileName().toString());
        return parsed.filter(f -> f.server().equals(server)).isPresent()
                ? Optional.empty()
                : Optional.of("its file " + Printable.text(file.getFileName().toString()) + " does not belong to "
                        + server.typeAndVersion());
    }

    /** What is wrong with the backup tool's log; empty where it ends well or the server has no such log. */
    private Optional<String> logWords(Project project, DatabaseServer server, List<Path> made) {
        if (server.postgres() || made.size() != 1) {
            return Optional.empty();
        }
        Optional<String> log =
                cli.log(project, made.get(0).getFileName().toString()).value();
        if (log.isEmpty()) {
            return Optional.of("the backup tool's log in the container cannot be read");
        }
        return SnapshotLog.completed(log.get())
                ? Optional.empty()
                : Optional.of("the backup tool did not say 'completed OK!'");
    }

    /** The last line of the backup tool's log, which ddev's own message leaves out. */
    private String toolCause(Project project, DatabaseServer server, String name, Optional<String> judged) {
        String fileName = name + "-" + server.family().word() + "_" + server.version() + ".zst";
        String last = server.postgres() && judged.isEmpty()
                ? ""
                : cli.log(project, fileName).value().orElse("").strip();
        return last.isEmpty() ? "" : "; its log ends: " + Printable.text(last.substring(last.lastIndexOf('\n') + 1));
    }

    /** Removes what a failed snapshot left: its file under our name, and its temporary file in the container. */
    private void removeOurs(Project project, String name, List<Path> made) {
        made.forEach(SnapshotTaker::delete);
        cli.removeLeftovers(project, name);
    }

    private static void delete(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // ddev lists it; the finding says that this snapshot is no good
            return;
        }
    }

    private static Taken objected(Project project, String why, String hint) {
        return new Taken(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Finding.error(
                        "database.snapshot-failed", "no snapshot of '" + project.name() + "' was made: " + why, hint)));
    }

    /** An entry of the bare name is a snapshot of an old ddev, which was a folder. */
    private static boolean named(String entry, String name) {
        return entry.equals(name)
                || SnapshotFile.parse(entry)
                        .map(file -> file.name().equals(name))
                        .orElse(false);
    }

    private static List<Path> named(Path folder, String name) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> named(entry.getFileName().toString(), name))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            return found;
        }
        return found;
    }
}
