package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.DdevTroubles;
import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectKeeper;
import io.github.ddevbak.backup.ServiceKeeper;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.store.Destination;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The use case of putting projects back from their sets. */
public final class Restores {
    private final ExclusiveRun exclusive;
    private final Destination destination;
    private final RestoreRun run;
    private final Cancellation cancellation;

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
            GitRestore git,
            VolumeCli volumes,
            ServiceKeeper services) {}

    public Restores(
            ExclusiveRun exclusive,
            Tools tools,
            SafetyCopy safety,
            Destination destination,
            Cancellation cancellation,
            Clock clock) {
        this.exclusive = exclusive;
        this.destination = destination;
        this.cancellation = cancellation;
        this.run = new RestoreRun(
                safety,
                new CodeRestore(tools.git()),
                new DatabaseStep(
                        tools.ddev(),
                        tools.keeper(),
                        new DatabaseRestore(tools.questions(), tools.imports()),
                        new SnapshotRestore(tools.snapshots(), tools.questions())),
                new VolumeRestore(tools.volumes(), tools.services()),
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
        if (!needsDdev(request)) {
            return exclusive.withoutDdev("restore", List.of(), surveyed -> carriedOut(request, surveyed, listener));
        }
        ExclusiveRun.Scope scope = new ExclusiveRun.Scope("restore", List.of(), surveyed -> List.of(), true);
        ExclusiveRun.Done<RestoreResult> done =
                exclusive.run(scope, listener, (surveyed, none) -> carriedOut(request, surveyed, listener));
        List<ProjectFinding> findings = new ArrayList<>(done.value().findings());
        findings.addAll(done.findings());
        return new RestoreResult(done.value().projects(), findings, done.value().cancelled());
    }

    private RestoreResult carriedOut(RestoreRequest request, Surveyed surveyed, Listener listener) {
        List<RestorePlan> plans = new RestoreTargets(destination, surveyed, request).plans();
        boolean database = plans.stream().anyMatch(plan -> plan.sets().containsKey(Part.DATABASE));
        if (database && surveyed.trouble().isPresent()) {
            Finding why =
                    DdevTroubles.finding("database", "", surveyed.trouble().orElseThrow());
            return new RestoreResult(List.of(), List.of(new ProjectFinding("", why)), cancellation.requested());
        }
        destination.prepare();
        destination.removePartials();
        List<ProjectFinding> findings = new ArrayList<>();
        if (request.everything() && request.wish().parts().contains(Part.CONFIG)) {
            destination.globalSets().stream()
                    .findFirst()
                    .map(set -> GlobalRestore.restore(set, surveyed.globalDir(), cancellation::requested))
                    .ifPresent(findings::addAll);
        }
        List<RestoredProject> done = new ArrayList<>();
        for (RestorePlan plan : plans) {
            if (cancellation.requested()) {
                break;
            }
            if (!plan.sets().isEmpty()) {
                done.add(run.run(plan, surveyed, listener));
            }
        }
        return new RestoreResult(done, findings, cancellation.requested());
    }

    private Surveyed look(RestoreRequest request) {
        return needsDdev(request) ? exclusive.look(List.of()) : exclusive.withoutDdev(List.of());
    }

    private static boolean needsDdev(RestoreRequest request) {
        return request.wish().parts().contains(Part.DATABASE)
                || request.wish().parts().contains(Part.VOLUMES)
                || request.wish().as().isPresent();
    }
}
