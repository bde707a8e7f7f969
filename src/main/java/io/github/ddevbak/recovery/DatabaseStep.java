package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.DdevTroubles;
import io.github.ddevbak.backup.ProjectKeeper;
import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.Described;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a project's databases back: starts it if it must, imports, compares, and always puts it back as found. */
final class DatabaseStep {
    private final DdevCli ddev;
    private final ProjectKeeper keeper;
    private final DatabaseRestore dumps;
    private final SnapshotRestore snapshots;

    DatabaseStep(DdevCli ddev, ProjectKeeper keeper, DatabaseRestore dumps, SnapshotRestore snapshots) {
        this.ddev = ddev;
        this.keeper = keeper;
        this.dumps = dumps;
        this.snapshots = snapshots;
    }

    /** What is told and what is counted on the way. */
    private record Told(List<Finding> findings, Map<String, Object> facts) {}

    RestoredPart run(RestorePlan plan, Consumer<String> working) {
        StoredSet set = Objects.requireNonNull(plan.sets().get(Part.DATABASE));
        Told told = new Told(new ArrayList<>(), new LinkedHashMap<>());
        Project project = plan.target();
        try {
            Optional<ProjectStatus> status = plan.fresh() ? Optional.of(ProjectStatus.STOPPED) : found(project, told);
            status.ifPresent(found -> {
                working.accept("starting");
                Optional<Finding> refused = up(plan, found);
                refused.ifPresentOrElse(told.findings()::add, () -> into(plan, set, found, working, told));
            });
        } finally {
            working.accept("putting back");
            keeper.putBack(project.name()).ifPresent(told.findings()::add);
        }
        return new RestoredPart(Part.DATABASE, set.id(), told.findings(), told.facts());
    }

    private Optional<ProjectStatus> found(Project project, Told told) {
        Answer<Described> described = ddev.describe(project.name());
        if (described instanceof Answer.Refused<Described> refused) {
            told.findings().add(DdevTroubles.finding("database", project.name().text(), refused));
        }
        return described.value().map(now -> {
            FoundHalfUp.told(project, now).forEach(told.findings()::add);
            return ProjectStatus.of(now.status());
        });
    }

    /** Makes it run; how it was found is on disk before anything is touched. */
    private Optional<Finding> up(RestorePlan plan, ProjectStatus found) {
        Project project = plan.target();
        if (!plan.fresh()) {
            return found == ProjectStatus.RUNNING ? keeper.remember(project, found) : keeper.start(project, found);
        }
        Optional<Finding> unrecorded = keeper.remember(project, found);
        if (unrecorded.isPresent()) {
            return unrecorded;
        }
        ProcessResult started = ddev.startIn(project.approot());
        return started.ok()
                ? Optional.empty()
                : Optional.of(Finding.error(
                        started.cancelled() ? "database.cancelled" : "database.not-started",
                        "'" + project.name() + "' could not be started: " + LastWords.of(started),
                        "Run 'ddev start' in its folder to see what it lacks, then run ddevbak restore again."));
    }

    private void into(RestorePlan plan, StoredSet set, ProjectStatus found, Consumer<String> working, Told told) {
        Project project = plan.target();
        Answer<Described> described = ddev.describe(project.name());
        if (described instanceof Answer.Refused<Described> refused) {
            told.findings().add(DdevTroubles.finding("database", project.name().text(), refused));
            return;
        }
        Optional<DatabaseServer> server = described.value().orElseThrow().database();
        String stored = StoredDatabases.of(set.record()).server();
        Optional<String> misfit = server.isEmpty()
                ? Optional.of("it has no database server")
                : plan.snapshot()
                        .map(one -> SnapshotRestore.misfit(one, server.orElseThrow()))
                        .orElseGet(() -> otherFamily(server.orElseThrow(), stored));
        if (misfit.isPresent()) {
            told.findings()
                    .add(Finding.error(
                            "database.other-server",
                            "nothing was put into '" + project.name() + "': " + misfit.orElseThrow(),
                            "Give the project the server of the set (" + stored
                                    + "), or restore the dumps, which any newer version of that server takes."));
            return;
        }
        if (plan.snapshot().isPresent()) {
            bySnapshot(plan, set, server.orElseThrow(), found, working, told);
        } else {
            byDumps(plan, set, server.orElseThrow(), working, told);
        }
    }

    private static Optional<String> otherFamily(DatabaseServer server, String stored) {
        boolean postgres = stored.startsWith("postgres");
        return stored.isEmpty() || postgres == server.postgres()
                ? Optional.empty()
                : Optional.of("set and project have different servers, " + stored + " and " + server.typeAndVersion());
    }

    private void byDumps(RestorePlan plan, StoredSet set, DatabaseServer server, Consumer<String> working, Told told) {
        DatabaseRestore.Result result = dumps.restore(plan.target(), server, set, plan.dumps(), way(plan), working);
        told.findings().addAll(result.findings());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (RestoredDatabase one : result.databases()) {
            one.trouble().ifPresent(told.findings()::add);
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("name", one.name());
            fact.put("back", one.ok());
            one.back().ifPresent(counts -> {
                fact.put("tables", counts.tables());
                fact.put("views", counts.views());
                fact.put("routines", counts.routines());
                fact.put("events", counts.events());
                fact.put("triggers", counts.triggers());
            });
            one.rows().ifPresent(rows -> fact.put("rows", rows));
            fact.put("tookMillis", one.took().toMillis());
            facts.add(fact);
        }
        told.facts().put("databases", facts);
    }

    /** ddev unpacks a dump into the project first; where that does not fit, the client takes it as it comes. */
    private static DatabaseRestore.Way way(RestorePlan plan) {
        long largest =
                plan.dumps().stream().mapToLong(StoredDump::plainBytes).max().orElse(0);
        try {
            long usable = Files.getFileStore(plan.target().approot()).getUsableSpace();
            return usable / 10 * 8 > largest ? DatabaseRestore.Way.IMPORT_DB : DatabaseRestore.Way.CLIENT;
        } catch (IOException unknown) {
            return DatabaseRestore.Way.IMPORT_DB;
        }
    }

    /** Until it is started again, every restart of the container would restore the snapshot once more. */
    private void bySnapshot(
            RestorePlan plan,
            StoredSet set,
            DatabaseServer server,
            ProjectStatus found,
            Consumer<String> working,
            Told told) {
        working.accept("restoring the snapshot");
        told.findings()
                .addAll(snapshots.restore(
                        plan.target(), server, set, plan.snapshot().orElseThrow()));
        if (found != ProjectStatus.STOPPED) {
            working.accept("starting it again");
            ProcessResult again = ddev.start(plan.target().name());
            if (!again.ok()) {
                told.findings()
                        .add(Finding.error(
                                "database.not-started",
                                "'" + plan.target().name() + "' was not started again after the snapshot: "
                                        + LastWords.of(again),
                                "Run 'ddev start " + plan.target().name()
                                        + "' before anything else: else a restart of its database container restores the"
                                        + " snapshot once more."));
            }
        }
    }
}
