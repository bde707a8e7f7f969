package io.github.ddevbak.recovery;

import io.github.ddevbak.database.DumpComparison;
import io.github.ddevbak.database.DumpDifference;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts the dumps of a set into a scratch project, dumps them out again and compares the two, byte for byte but for what
 * differs in every dump.
 */
final class DatabaseDrill {
    private final DatabaseRestore restore;
    private final DatabaseCli dumps;
    private final Clock clock;

    /** @param dumps with a time-out for dumps */
    DatabaseDrill(DatabaseRestore restore, DatabaseCli dumps, Clock clock) {
        this.restore = restore;
        this.dumps = dumps;
        this.clock = clock;
    }

    /** Imports through the client, as ddev's own import rewrites what it reads, and compares. */
    void dumps(Project project, DatabaseServer server, StoredSet set, DrillLog log, Consumer<String> working) {
        DatabaseRestore.Result result = restore.restore(
                project, server, set, StoredDatabases.of(set.record()).dumps(), DatabaseRestore.Way.CLIENT, working);
        result.findings().forEach(log::tell);
        for (RestoredDatabase one : result.databases()) {
            log.step("import " + Printable.text(one.name()), one.took(), words(one));
            one.trouble().ifPresent(trouble -> log.judge(trouble));
        }
        compare(project, server, set, log, working);
    }

    /** Dumps what the server holds and compares it with the set. */
    void compare(Project project, DatabaseServer server, StoredSet set, DrillLog log, Consumer<String> working) {
        for (StoredDump dump : StoredDatabases.of(set.record()).dumps()) {
            if (log.ended()) {
                return;
            }
            Instant begin = clock.instant();
            working.accept("comparing " + Printable.text(dump.name()));
            Optional<Finding> wrong = compared(project, server, set, dump, log);
            wrong.ifPresent(log::bad);
            log.step(
                    "compare " + Printable.text(dump.name()),
                    Duration.between(begin, clock.instant()),
                    wrong.isPresent() || log.ended() ? "differs" : "equal byte for byte");
        }
    }

    private Optional<Finding> compared(
            Project project, DatabaseServer server, StoredSet set, StoredDump dump, DrillLog log) {
        try (DumpComparison comparison = new DumpComparison(set.folder().resolve(dump.file()))) {
            boolean forced = BrokenViews.in(set) > 0;
            ProcessResult result = dump.exported()
                    ? dumps.export(project, dump.name(), comparison)
                    : dumps.dump(project, server, dump.name(), forced, comparison);
            boolean well = result.ok() || (forced && result.ending().equals(new Ending.Exited(2)));
            if (!well) {
                log.tell(Finding.error(
                        result.cancelled() ? "drill.cancelled" : "drill.not-dumped",
                        "database '" + Printable.text(dump.name())
                                + "' could not be dumped out of the scratch project: " + LastWords.of(result),
                        "The set is not in question. Run the drill again."));
                return Optional.empty();
            }
            return comparison.finish().map(difference -> differs(set, dump, difference));
        } catch (IOException unreadable) {
            return Optional.of(Finding.error(
                    "drill.unreadable",
                    Printable.text(dump.file()) + " in set " + set.id() + " of '" + set.project()
                            + "' could not be read: " + Printable.text(String.valueOf(unreadable.getMessage())),
                    "Run 'ddevbak verify " + set.project() + "'."));
        }
    }

    private static Finding differs(StoredSet set, StoredDump dump, DumpDifference difference) {
        return Finding.error(
                "drill.differs",
                String.format(
                        Locale.ROOT,
                        "database '%s' of '%s' does not come back from set %s as it was; the first difference is in %s"
                                + " (line %d of the dump): stored '%s', restored '%s'",
                        Printable.text(dump.name()),
                        set.project(),
                        set.id(),
                        difference.object(),
                        difference.line(),
                        difference.stored(),
                        difference.restored()),
                "Restore it with 'ddevbak restore " + set.project() + " --as NAME' and look at that object; the"
                        + " snapshot in the set may have it right.");
    }

    private static String words(RestoredDatabase one) {
        SchemaCounts counts = one.back().orElse(SchemaCounts.NONE);
        return one.ok()
                ? String.join(
                                ", ",
                                number(counts.tables(), "table"),
                                number(counts.views() + counts.materializedViews(), "view"),
                                number(counts.routines(), "routine"),
                                number(counts.events(), "event"),
                                number(counts.triggers(), "trigger"))
                        + ", as the set counts"
                : "not as the set has it";
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
