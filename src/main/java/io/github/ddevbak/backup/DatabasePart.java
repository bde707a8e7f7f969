package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.Described;
import io.github.ddevbak.ddev.ServerDatabase;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredDatabases;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saves a project's databases: starts it if it must, dumps, snapshots, and always puts it back as found. */
public final class DatabasePart {
    private final DdevCli ddev;
    private final DatabaseCli cli;
    private final ProjectKeeper keeper;
    private final DatabaseDumper dumper;
    private final SnapshotTaker snapshots;
    private final Clock clock;

    public DatabasePart(
            DdevCli ddev,
            DatabaseCli cli,
            ProjectKeeper keeper,
            DatabaseDumper dumper,
            SnapshotTaker snapshots,
            Clock clock) {
        this.ddev = ddev;
        this.cli = cli;
        this.keeper = keeper;
        this.dumper = dumper;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Where the artefacts of the part go, and what is told on the way. */
    public interface Target {
        /** Why these databases do not go there; empty where they do. */
        default Optional<Finding> objection(List<String> databases) {
            return Optional.empty();
        }

        /** A new file for the dump of a database; it does not exist. */
        Path dump(String database);

        /** Whether roles, users and grants can be kept there. */
        default boolean keepsGlobals() {
            return true;
        }

        /** Keeps the roles, users and grants that are not ddev's own. */
        void globals(String sql);

        /** The name to give the snapshot. */
        String snapshotName();

        /** Takes the proved snapshot file over; empty where it stays with ddev. The returned path is for the record. */
        Optional<String> snapshot(Path file, String sha256);

        /** The dump of a database was proved: its record path. */
        String dumped(String database, DumpFacts facts);

        /** Why so many bytes do not fit; empty where they do. */
        Optional<Finding> room(long bytes);

        void working(String what);
    }

    /**
     * Saves a project's databases.
     *
     * @param trouble why ddev is not to be asked; empty where it is
     */
    public PartRecord save(Project project, Wish wish, Optional<Answer.Refused<?>> trouble, Target target) {
        long begin = clock.millis();
        Map<String, Object> facts = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        PartState state = PartState.OK;
        if (!project.callable()) {
            findings.add(notCallable(project));
        } else if (project.databaseOmitted()) {
            findings.add(omitted(project));
            state = PartState.NONE;
        } else if (trouble.isPresent()) {
            findings.add(DdevTroubles.finding("database", project.name().text(), trouble.get()));
        } else {
            state = saveCallable(project, wish, target, facts, findings);
        }
        return Outcomes.of(Part.DATABASE, state, findings, facts, clock.millis() - begin);
    }

    private PartState saveCallable(
            Project project, Wish wish, Target target, Map<String, Object> facts, List<Finding> findings) {
        Answer<Described> described = ddev.describe(project.name());
        if (described instanceof Answer.Refused<Described> refused) {
            findings.add(DdevTroubles.finding("database", project.name().text(), refused));
            return PartState.FAILED;
        }
        Described now = described.value().orElseThrow();
        Optional<DatabaseServer> server = now.database().or(project::database);
        if (now.databaseOmitted() || server.isEmpty()) {
            findings.add(omitted(project));
            return PartState.NONE;
        }
        facts.put("server", server.get().typeAndVersion());
        ProjectStatus found = ProjectStatus.of(now.status());
        boolean started = found != ProjectStatus.RUNNING;
        try {
            if (started) {
                target.working("starting");
                Optional<Finding> refused = keeper.start(project, found);
                facts.put("started", true);
                if (refused.isPresent()) {
                    findings.add(refused.get());
                    return PartState.FAILED;
                }
            }
            saveRunning(project, server.get(), wish, target, facts, findings);
        } catch (UncheckedIOException | DestinationException e) {
            findings.add(notWritten(project, String.valueOf(e.getMessage())));
        } finally {
            if (started) {
                putBack(project, target);
            }
        }
        return PartState.OK;
    }

    /** A failure is no fault of the dump: the record stays, and the run tries once more at its end and tells. */
    private void putBack(Project project, Target target) {
        target.working("putting back");
        try {
            keeper.putBack(project.name());
        } catch (DestinationException e) {
            // tried again, and told, when the run ends
            return;
        }
    }

    private static Finding notWritten(Project project, String why) {
        return Finding.error(
                "database.not-written",
                "the database of '" + project.name() + "' could not be written: " + Printable.text(why),
                "Look at the free space and the rights of the destination, then run ddevbak again.");
    }

    private void saveRunning(
            Project project,
            DatabaseServer server,
            Wish wish,
            Target target,
            Map<String, Object> facts,
            List<Finding> findings) {
        target.working("asking the server");
        Answer<List<ServerDatabase>> inventory = cli.inventory(project, server);
        if (inventory instanceof Answer.Refused<List<ServerDatabase>> refused) {
            findings.add(DdevTroubles.finding("database", project.name().text(), refused));
            return;
        }
        if (inventory instanceof Answer.Said<List<ServerDatabase>> said) {
            said.warnings()
                    .forEach(warning -> findings.add(Finding.warning(
                            "database.odd", warning, "Look at the databases of '" + project.name() + "'.")));
        }
        List<ServerDatabase> all = inventory.value().orElseThrow();
        List<ServerDatabase> chosen = all.stream()
                .filter(d -> wish.databases().isEmpty() || wish.databases().contains(d.name()))
                .toList();
        wish.databases().stream()
                .filter(name -> all.stream().noneMatch(d -> d.name().equals(name)))
                .map(name -> unknownDatabase(project, name, all))
                .forEach(findings::add);
        if (failed(findings)) {
            return;
        }
        Optional<Finding> noRoom = target.objection(
                        chosen.stream().map(ServerDatabase::name).toList())
                .or(() -> target.room(
                        chosen.stream().mapToLong(ServerDatabase::bytes).sum()));
        if (noRoom.isPresent()) {
            findings.add(noRoom.get());
            return;
        }
        if (wish.dump()) {
            dumpAll(project, server, wish, target, chosen, all.size(), facts, findings);
            if (target.keepsGlobals()) {
                globals(project, server, target, facts, findings);
            }
        }
        if (wish.snapshot() && !failed(findings)) {
            snapshot(project, server, target, facts, findings);
        }
    }

    private static boolean failed(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private void dumpAll(
            Project project,
            DatabaseServer server,
            Wish wish,
            Target target,
            List<ServerDatabase> chosen,
            int all,
            Map<String, Object> facts,
            List<Finding> findings) {
        List<Map<String, Object>> dumps = new ArrayList<>();
        for (ServerDatabase database : chosen) {
            target.working("dumping " + Printable.text(database.name()));
            DatabaseDumper.Dumped dumped =
                    dumper.dump(project, server, database, target.dump(database.name()), wish.format());
            findings.addAll(dumped.findings());
            if (dumped.facts().isEmpty()) {
                break;
            }
            DumpFacts proved = dumped.facts().get();
            dumps.add(facts(database.name(), target.dumped(database.name(), proved), proved, dumped.method()));
        }
        facts.put("databases", dumps);
        if (chosen.size() < all) {
            facts.put(StoredDatabases.PARTIAL, true);
        }
    }

    private static Map<String, Object> facts(String name, String file, DumpFacts dump, String method) {
        Map<String, Object> facts = new LinkedHashMap<>();
        SchemaCounts counts = dump.counts();
        facts.put("name", name);
        facts.put("file", file);
        facts.put("tables", counts.tables());
        facts.put("sequences", counts.sequences());
        facts.put("views", counts.views());
        facts.put("materializedViews", counts.materializedViews());
        facts.put("routines", counts.routines());
        facts.put("events", counts.events());
        facts.put("triggers", counts.triggers());
        facts.put("rows", dump.rows());
        facts.put("plainBytes", dump.plainBytes());
        facts.put("plainSha256", dump.plainSha256());
        facts.put("fileBytes", dump.fileBytes());
        facts.put("fileSha256", dump.fileSha256());
        facts.put("method", method);
        return facts;
    }

    private void globals(
            Project project, DatabaseServer server, Target target, Map<String, Object> facts, List<Finding> findings) {
        Answer<String> globals = cli.globals(project, server);
        if (globals instanceof Answer.Refused<String> refused) {
            findings.add(DdevTroubles.finding("database", project.name().text(), refused));
            return;
        }
        String sql = globals.value().orElseThrow();
        if (!sql.isBlank()) {
            target.globals(sql);
            facts.put("globals", "database/globals.sql");
        }
    }

    private void snapshot(
            Project project, DatabaseServer server, Target target, Map<String, Object> facts, List<Finding> findings) {
        target.working("taking a snapshot");
        String name = target.snapshotName();
        SnapshotTaker.Taken taken = snapshots.take(project, server, name);
        taken.objection().ifPresent(findings::add);
        if (taken.file().isPresent() && taken.facts().isPresent()) {
            Path file = taken.file().get();
            Map<String, Object> snapshot = new LinkedHashMap<>();
            snapshot.put("name", name);
            snapshot.put("bytes", taken.facts().get().bytes());
            snapshot.put("sha256", taken.facts().get().sha256());
            snapshot.put(
                    "file", target.snapshot(file, taken.facts().get().sha256()).orElse(file.toString()));
            facts.put("snapshot", snapshot);
        }
    }

    private static Finding omitted(Project project) {
        return Finding.info(
                "database.omitted",
                "'" + project.name() + "' has no database: its configuration omits the db container");
    }

    private static Finding notCallable(Project project) {
        return Finding.error(
                "database.not-asked",
                "the database of '" + project.name() + "' was not touched: "
                        + project.status().word() + " ("
                        + Printable.text(project.approot().toString()) + ")",
                "Bring the folder back (is its disk mounted?) and run ddevbak again; ddev was not called, for it would"
                        + " make a new, empty project there.");
    }

    private static Finding unknownDatabase(Project project, String name, List<ServerDatabase> all) {
        return Finding.error(
                "usage.unknown-database",
                "'" + project.name() + "' has no database '" + Printable.text(name) + "'",
                "It has: "
                        + String.join(
                                ", ", all.stream().map(ServerDatabase::name).toList()) + ".");
    }
}
