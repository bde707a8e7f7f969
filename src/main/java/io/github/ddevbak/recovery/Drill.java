package io.github.ddevbak.recovery;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.ScratchProject;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Restores one set into scratch projects, compares, and deletes them whatever happens. */
final class Drill {
    private final Scratch scratch;
    private final DatabaseDrill databases;
    private final SnapshotRestore snapshots;
    private final CodeDrill code;
    private final Cancellation cancellation;
    private final Clock clock;

    Drill(Scratch scratch, Drills.Tools tools, Cancellation cancellation, Clock clock) {
        this.scratch = scratch;
        this.databases =
                new DatabaseDrill(new DatabaseRestore(tools.questions(), tools.imports()), tools.dumps(), clock);
        this.snapshots = new SnapshotRestore(tools.snapshots(), tools.questions());
        this.code = new CodeDrill(tools.git(), clock);
        this.cancellation = cancellation;
        this.clock = clock;
    }

    DrillResult run(StoredSet set, DrillWish wish, Consumer<String> working) {
        Instant begin = clock.instant();
        DrillLog log = new DrillLog();
        damage(set, wish).ifPresentOrElse(log::bad, () -> parts(set, wish, log, working));
        return log.result(set, Duration.between(begin, clock.instant()), cancellation.requested());
    }

    private static Optional<Finding> damage(StoredSet set, DrillWish wish) {
        StoredDatabases stored = StoredDatabases.of(set.record());
        return SetCheck.objection(set, Part.DATABASE, stored.dumps(), false)
                .or(() -> wish.snapshot() ? SetCheck.objection(set, Part.DATABASE, List.of(), true) : Optional.empty())
                .or(() -> wish.code() ? SetCheck.objection(set, Part.CODE, List.of(), false) : Optional.empty())
                .map(why -> Finding.error(
                        "drill.damaged", why, "Run 'ddevbak verify " + set.project() + "' and take another set."));
    }

    private void parts(StoredSet set, DrillWish wish, DrillLog log, Consumer<String> working) {
        Optional<DatabaseServer> server =
                DatabaseServer.parse(StoredDatabases.of(set.record()).server());
        Optional<StoredSnapshot> snapshot = StoredDatabases.of(set.record()).snapshot();
        boolean dumps = !StoredDatabases.of(set.record()).dumps().isEmpty();
        if (server.isPresent() && dumps) {
            within(
                    set,
                    log,
                    working,
                    one -> running(one, server.orElseThrow(), log, working, project -> {
                        databases.dumps(project, server.orElseThrow(), set, log, working);
                        if (wish.code() && !log.ended()) {
                            working.accept("cloning the code");
                            code.drill(set, scratch.code(one), log);
                        }
                    }));
        } else {
            log.tell(Finding.info("drill.no-database", "no database was drilled: the set has no dump"));
            if (wish.code()) {
                within(set, log, working, one -> code.drill(set, scratch.code(one), log));
            }
        }
        if (wish.snapshot() && !log.ended() && !cancellation.requested()) {
            if (server.isPresent() && snapshot.isPresent()) {
                within(
                        set,
                        log,
                        working,
                        one -> running(
                                one,
                                server.orElseThrow(),
                                log,
                                working,
                                project -> snapshot(
                                        project, server.orElseThrow(), set, snapshot.orElseThrow(), log, working)));
            } else {
                log.tell(Finding.info("drill.no-snapshot", "no snapshot was drilled: the set has none"));
            }
        }
    }

    private void snapshot(
            Project project,
            DatabaseServer server,
            StoredSet set,
            StoredSnapshot snapshot,
            DrillLog log,
            Consumer<String> working) {
        Instant begin = clock.instant();
        working.accept("restoring the snapshot");
        List<Finding> found = snapshots.restore(project, server, set, snapshot);
        found.forEach(log::judge);
        log.step(
                "snapshot",
                Duration.between(begin, clock.instant()),
                found.isEmpty() ? "restored, objects as the set counts" : "not as the set has it");
    }

    /** A folder of its own for what is done, deleted afterwards with all that Docker holds of it. */
    private void within(StoredSet set, DrillLog log, Consumer<String> working, Consumer<ScratchProject> work) {
        ScratchProject one = scratch.make(set.project());
        try {
            work.accept(one);
        } finally {
            Instant begin = clock.instant();
            working.accept("deleting the scratch project");
            Optional<Finding> stays = scratch.remove(one);
            stays.ifPresent(log::tell);
            log.step(
                    "delete",
                    Duration.between(begin, clock.instant()),
                    stays.isEmpty() ? one.name() + " is gone" : one.name() + " is still there");
        }
    }

    private void running(
            ScratchProject one, DatabaseServer server, DrillLog log, Consumer<String> working, Consumer<Project> work) {
        Instant begin = clock.instant();
        working.accept("starting " + one.name());
        Scratch.Started started = scratch.start(one, server);
        started.trouble().ifPresent(log::tell);
        started.project().ifPresent(project -> {
            log.step("start", Duration.between(begin, clock.instant()), server.typeAndVersion());
            work.accept(project);
        });
    }
}
