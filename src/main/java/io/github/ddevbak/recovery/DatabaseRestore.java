package io.github.ddevbak.recovery;

import io.github.ddevbak.database.DumpReader;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Puts databases of one set into one running project and asks the server what came back. It starts and stops nothing,
 * and saves nothing of what is there before.
 */
public final class DatabaseRestore {
    /** MariaDB and MySQL: no such table, database or routine. PostgreSQL's databases cannot name each other's. */
    private static final Pattern LACKING = Pattern.compile("ERROR (1146|1049|1305) ");

    private final DatabaseCli questions;
    private final ImportCli imports;

    public DatabaseRestore(DatabaseCli questions, ImportCli imports) {
        this.questions = questions;
        this.imports = imports;
    }

    /** How a dump goes in. */
    public enum Way {
        /** ddev's own import, which rewrites two newer collations; names it cannot quote go through the client. */
        IMPORT_DB,
        /** The server's own client in the container: byte for byte what the dump says. */
        CLIENT
    }

    /**
     * What came of it.
     *
     * @param databases one for each dump asked for, in that order
     * @param findings what is to be told beside them
     */
    public record Result(List<RestoredDatabase> databases, List<Finding> findings) {
        public Result {
            databases = List.copyOf(databases);
            findings = List.copyOf(findings);
        }

        public boolean ok() {
            return databases.stream().allMatch(RestoredDatabase::ok);
        }
    }

    /** The dumps of one set on their way into one project. */
    private record Into(
            Project project, DatabaseServer server, StoredSet set, Way way, int brokenViews, Consumer<String> working) {
        Path file(String artefact) {
            return set.folder().resolve(artefact);
        }
    }

    /**
     * Replaces the databases of those dumps, whatever is in them now; others are left alone.
     *
     * @param project runs, and its server is of the family the dumps come from
     * @param working hears what is done, for a progress line
     */
    public Result restore(
            Project project,
            DatabaseServer server,
            StoredSet set,
            List<StoredDump> dumps,
            Way way,
            Consumer<String> working) {
        Into into = new Into(project, server, set, way, BrokenViews.in(set), working);
        List<Finding> findings = new ArrayList<>();
        Optional<Path> globals = StoredDatabases.of(set.record()).globals().map(into::file);
        boolean again = globals.isPresent() && accounts(into, globals.orElseThrow(), findings);
        List<RestoredDatabase> restored = new ArrayList<>();
        boolean stopped = false;
        for (StoredDump dump : dumps) {
            RestoredDatabase one = stopped ? notReached(into, dump) : imported(into, dump);
            stopped |= !one.ok() && endsAll(one);
            restored.add(one);
        }
        onceMore(into, dumps, restored);
        if (again) {
            // Grants may name tables and routines that came with the dumps.
            accounts(into, globals.orElseThrow(), new ArrayList<>());
        }
        working.accept("asking the server what came back");
        return new Result(new RestoredComparison(questions, project, server, set).of(restored, findings), findings);
    }

    /** A view may name a table of another database, which came after it. */
    private void onceMore(Into into, List<StoredDump> dumps, List<RestoredDatabase> restored) {
        for (int i = 0; i < dumps.size() - 1; i++) {
            boolean lacking = restored.get(i)
                    .trouble()
                    .filter(finding -> finding.code().equals("database.import-failed")
                            && LACKING.matcher(finding.sentence()).find())
                    .isPresent();
            if (lacking) {
                restored.set(i, imported(into, dumps.get(i)));
            }
        }
    }

    /** Users, roles and grants; whether some statement failed and a second time may help. */
    private boolean accounts(Into into, Path file, List<Finding> findings) {
        into.working().accept("putting users and grants back");
        try {
            ProcessResult result = imports.globals(into.project(), into.server(), Files.newInputStream(file));
            boolean failed = !(result.ending() instanceof Ending.Exited);
            if (failed) {
                findings.add(Finding.warning(
                        "database.globals-not-restored",
                        "users and grants of '" + into.project().name() + "' were not put back: "
                                + LastWords.of(result),
                        "Run the commands of RESTORE.md in the set for them."));
            }
            return !failed && !LastWords.lines(result.stderrTail()).isEmpty();
        } catch (IOException unreadable) {
            findings.add(Finding.warning(
                    "database.globals-not-restored",
                    "users and grants of '" + into.project().name() + "' were not put back: "
                            + Printable.text(String.valueOf(unreadable.getMessage())),
                    "Look at the rights of the set's folder."));
            return false;
        }
    }

    private RestoredDatabase imported(Into into, StoredDump dump) {
        into.working().accept("importing " + Printable.text(dump.name()));
        boolean byClient = into.way() == Way.CLIENT || into.brokenViews() > 0 || !DatabaseCli.exportable(dump.name());
        ProcessResult result = byClient ? byClient(into, dump) : byDdev(into, dump);
        RestoredDatabase one = new RestoredDatabase(dump, result.took());
        boolean forced = into.brokenViews() > 0 && result.ending() instanceof Ending.Exited;
        return result.ok() || forced ? one : one.because(failed(into, dump, result));
    }

    /** PostgreSQL does not drop a database that somebody uses, and a website comes back at once. */
    private ProcessResult byDdev(Into into, StoredDump dump) {
        imports.endConnections(into.project(), into.server(), dump.name());
        ProcessResult result = ddevImports(into, dump);
        boolean used = into.server().postgres() && result.stderrTail().contains("being accessed by other users");
        if (!used) {
            return result;
        }
        ProcessResult emptied = imports.recreate(into.project(), into.server(), dump.name());
        return emptied.ok() ? ddevImports(into, dump) : emptied;
    }

    private ProcessResult ddevImports(Into into, StoredDump dump) {
        Path file = into.file(dump.file());
        if (DumpFormat.ofFile(dump.file()).filter(DumpFormat::importable).isPresent()) {
            return imports.importDump(into.project(), dump.name(), file);
        }
        try {
            return imports.importDump(into.project(), dump.name(), DumpReader.open(file));
        } catch (IOException unreadable) {
            return notRead(unreadable);
        }
    }

    private ProcessResult byClient(Into into, StoredDump dump) {
        ProcessResult emptied = imports.recreate(into.project(), into.server(), dump.name());
        if (!emptied.ok()) {
            return emptied;
        }
        try {
            return imports.load(
                    into.project(),
                    into.server(),
                    dump.name(),
                    into.brokenViews() > 0,
                    DumpReader.open(into.file(dump.file())));
        } catch (IOException unreadable) {
            return notRead(unreadable);
        }
    }

    private static ProcessResult notRead(IOException unreadable) {
        String why = "the dump cannot be read: " + Printable.text(String.valueOf(unreadable.getMessage()));
        return new ProcessResult(new Ending.NotStarted(why), "", false, why, Duration.ZERO);
    }

    /** The user asked to stop, or the server does not answer: the next import would fare no better. */
    private static boolean endsAll(RestoredDatabase one) {
        return one.trouble()
                .filter(finding -> finding.code().equals("database.cancelled")
                        || finding.code().equals("database.timed-out"))
                .isPresent();
    }

    private static RestoredDatabase notReached(Into into, StoredDump dump) {
        Finding why = Finding.error(
                "database.not-restored",
                RestoredComparison.what(into.project(), dump.name()) + " was not touched: the restore ended before it",
                "Run ddevbak restore again.");
        return new RestoredDatabase(dump, Duration.ZERO).because(why);
    }

    private static Finding failed(Into into, StoredDump dump, ProcessResult result) {
        String code = result.cancelled()
                ? "database.cancelled"
                : result.ending() instanceof Ending.TimedOut ? "database.timed-out" : "database.import-failed";
        return Finding.error(
                code,
                RestoredComparison.what(into.project(), dump.name()) + " was not put back: " + LastWords.of(result)
                        + "; what is in it now is not what the set has",
                "Run ddevbak restore again; the dump is "
                        + Printable.text(into.file(dump.file()).toString()) + ".");
    }
}
