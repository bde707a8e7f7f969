package io.github.ddevbak.recovery;

import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.ddev.ServerDatabase;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a project's whole server back to the snapshot of a set, through ddev's own restore. */
final class SnapshotRestore {
    private final SnapshotCli snapshots;
    private final DatabaseCli questions;

    SnapshotRestore(SnapshotCli snapshots, DatabaseCli questions) {
        this.snapshots = snapshots;
        this.questions = questions;
    }

    /** Why the snapshot does not fit the server; empty where it does. */
    static Optional<String> misfit(StoredSnapshot snapshot, DatabaseServer server) {
        String file = String.valueOf(Path.of(snapshot.file()).getFileName());
        Optional<SnapshotFile> made = SnapshotFile.parse(file);
        return made.filter(one -> one.server().equals(server)).isPresent()
                ? Optional.empty()
                : Optional.of("the snapshot " + Printable.text(file) + " fits "
                        + made.map(one -> one.server().typeAndVersion()).orElse("no server that is known")
                        + ", and the project's is " + server.typeAndVersion());
    }

    /** Restores; the findings say what is not as it should be. */
    List<Finding> restore(Project project, DatabaseServer server, StoredSet set, StoredSnapshot snapshot) {
        Path from = set.folder().resolve(snapshot.file());
        Path folder = SnapshotCli.folder(project.approot());
        Path copy = folder.resolve(String.valueOf(from.getFileName()));
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder)) {
                throw new IOException(folder + " is a link");
            }
            Files.copy(from, copy, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException refused) {
            deleteUnlessOlder(copy, refused);
            return List.of(Finding.error(
                    "database.snapshot-not-copied",
                    "the snapshot could not be copied to " + Printable.text(copy.toString()) + ": "
                            + Printable.text(String.valueOf(refused)),
                    "Nothing was touched. Make room, or move a file of that name away, then run it again."));
        }
        try {
            ProcessResult result = snapshots.restore(project, snapshot.name());
            return result.ok() ? compared(project, server, set) : List.of(failed(project, result));
        } finally {
            delete(copy);
        }
    }

    private static Finding failed(Project project, ProcessResult result) {
        return Finding.error(
                result.cancelled() ? "database.cancelled" : "database.snapshot-not-restored",
                "the snapshot was not put back into '" + project.name() + "': " + LastWords.of(result),
                "Run 'ddev start " + project.name() + "', look at 'ddev logs -s db " + project.name()
                        + "', then restore from the dumps: 'ddevbak restore " + project.name() + "'.");
    }

    private List<Finding> compared(Project project, DatabaseServer server, StoredSet set) {
        Answer<List<ServerDatabase>> now = questions.inventory(project, server);
        if (now instanceof Answer.Refused<List<ServerDatabase>> refused) {
            return List.of(Finding.error(
                    "database.not-compared",
                    "whether the databases of '" + project.name() + "' came back is not known: the server did not"
                            + " answer: " + refused.why(),
                    "Look at 'ddev logs -s db " + project.name() + "'."));
        }
        List<Finding> findings = new ArrayList<>();
        for (StoredDump dump : StoredDatabases.of(set.record()).dumps()) {
            Optional<SchemaCounts> counts = now.value().orElseThrow().stream()
                    .filter(database -> database.name().equals(dump.name()))
                    .map(ServerDatabase::counts)
                    .findFirst();
            Optional<String> wrong = counts.isEmpty()
                    ? Optional.of("the server does not have it")
                    : counts.orElseThrow().outside(dump.counts(), dump.counts());
            wrong.ifPresent(why -> findings.add(Finding.error(
                    "database.not-as-in-set",
                    "database '" + Printable.text(dump.name()) + "' of '" + project.name()
                            + "' did not come back from the snapshot as set " + set.id() + " has it: " + why,
                    "Restore from the dumps: 'ddevbak restore " + project.name() + "'.")));
        }
        return findings;
    }

    /** A file that was there before is not ours. */
    private static void deleteUnlessOlder(Path copy, IOException refused) {
        if (!(refused instanceof FileAlreadyExistsException)) {
            delete(copy);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException stays) {
            // ddev lists it as a snapshot; its name says whose it is
            return;
        }
    }
}
