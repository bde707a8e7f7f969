package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.DdevTroubles;
import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectKeeper;
import io.github.ddevbak.backup.RootRefusedException;
import io.github.ddevbak.backup.Survey;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The use case of putting projects back from their sets. */
public final class Restores {
    private final Survey survey;
    private final Destination destination;
    private final Backups.Locking locking;
    private final RestoreRun run;
    private final Cancellation cancellation;
    private final Clock clock;

    /**
     * What a restore says to ddev, git and the database servers.
     *
     * @param snapshots with a time-out of its own: ddev waits for a server without end
     */
    public record Tools(
            DdevCli ddev,
            ProjectKeeper keeper,
            DatabaseCli questions,
            ImportCli imports,
            SnapshotCli snapshots,
            GitRestore git) {}

    public Restores(
            Survey survey,
            Tools tools,
            SafetyCopy safety,
            Destination destination,
            Backups.Locking locking,
            Cancellation cancellation,
            Clock clock) {
        this.survey = survey;
        this.destination = destination;
        this.locking = locking;
        this.cancellation = cancellation;
        this.clock = clock;
        this.run = new RestoreRun(
                safety,
                new CodeRestore(tools.git()),
                new DatabaseStep(
                        tools.ddev(),
                        tools.keeper(),
                        new DatabaseRestore(tools.questions(), tools.imports()),
                        new SnapshotRestore(tools.snapshots(), tools.questions())),
                destination,
                cancellation,
                clock);
    }

    /** What a run would do; nothing is locked, started or written. */
    public List<RestorePlan> plan(RestoreRequest request) {
        return new RestoreTargets(destination, look(request), request).plans();
    }

    /** Carries it out, decided anew under the lock. */
    public RestoreResult run(RestoreRequest request, Listener listener) {
        survey.refusal().ifPresent(why -> {
            throw new RootRefusedException(why);
        });
        try (DestinationLock lock = DestinationLock.acquire(
                locking.state(), "restore", clock.instant(), locking.patience(), cancellation::requested)) {
            Surveyed surveyed = look(request);
            List<RestorePlan> plans = new RestoreTargets(destination, surveyed, request).plans();
            boolean database = plans.stream().anyMatch(plan -> plan.sets().containsKey(Part.DATABASE));
            if (database && surveyed.trouble().isPresent()) {
                return new RestoreResult(
                        List.of(),
                        List.of(new ProjectFinding(
                                "",
                                DdevTroubles.finding(
                                        "database", "", surveyed.trouble().orElseThrow()))),
                        cancellation.requested());
            }
            destination.prepare();
            destination.removePartials();
            List<RestoredProject> done = new ArrayList<>();
            for (RestorePlan plan : plans) {
                if (cancellation.requested()) {
                    break;
                }
                if (!plan.sets().isEmpty()) {
                    done.add(run.run(plan, surveyed, listener));
                }
            }
            return new RestoreResult(done, List.of(), cancellation.requested());
        }
    }

    private Surveyed look(RestoreRequest request) {
        boolean ddev = request.wish().parts().contains(Part.DATABASE)
                || request.wish().as().isPresent();
        return survey.look(ddev, List.<Path>of(), Map.of());
    }
}
