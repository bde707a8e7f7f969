package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.LockHeldException;
import io.github.ddevbak.store.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes what retention lets go, under the lock, and notes what it removed and why. */
public final class Pruner {
    private final Destination destination;
    private final PruneTargets targets;
    private final PrunePlanner planner;
    private final ExclusiveRun.Locking locking;
    private final Cancellation cancellation;
    private final Clock clock;

    public Pruner(
            Destination destination,
            Configuration configuration,
            ExclusiveRun.Locking locking,
            PruneProjects projects,
            Cancellation cancellation,
            Clock clock) {
        this.destination = destination;
        this.targets = new PruneTargets(destination, projects);
        this.planner = new PrunePlanner(destination, configuration);
        this.locking = locking;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** What would go; nothing is locked or written. */
    public PruneResult plan(PruneRequest request) {
        Instant begin = clock.instant();
        List<PrunePlan> plans = plans(targets.of(request), request.snapshots(), begin);
        requirePolicy(plans);
        return new PruneResult(begin, clock.instant(), plans, List.of(), findings(plans), false);
    }

    /**
     * Removes what may go.
     *
     * @throws NoPolicyException where nothing says of any of the projects what may go, or there is no project and
     *     nothing would say it of one
     * @throws LockHeldException where another run is at work
     */
    public PruneResult prune(PruneRequest request) {
        Instant begin = clock.instant();
        try (DestinationLock lock = lock(request.command(), begin);
                DestinationLock sets = sets(request.command(), begin)) {
            List<Finding> told = tidied();
            List<PrunePlan> plans = plans(targets.of(request), request.snapshots(), begin);
            requirePolicy(plans);
            return removed(request.command(), begin, plans, told);
        }
    }

    /** The same for what a run just saved, where a policy is configured; empty where there is none. */
    public Optional<PruneResult> after(RunResult run) {
        if (run.cancelled()) {
            return Optional.empty();
        }
        Instant begin = clock.instant();
        if (plansAfter(run, begin).isEmpty()) {
            // Without a policy nobody waits for the lock.
            return Optional.empty();
        }
        String command = "prune after " + run.command();
        try (DestinationLock lock = lock(command, begin);
                DestinationLock sets = sets(command, begin)) {
            return Optional.of(removed(command, begin, plansAfter(run, begin), List.of()));
        } catch (LockHeldException | DestinationException notNow) {
            Finding finding = Finding.warning(
                    "prune.not-done",
                    "Old sets were not removed: " + notNow.getMessage(),
                    "The next run removes them.");
            return Optional.of(new PruneResult(begin, clock.instant(), List.of(), List.of(), List.of(finding), false));
        }
    }

    private List<PrunePlan> plansAfter(RunResult run, Instant now) {
        return plans(targets.savedBy(run), false, now).stream()
                .filter(plan -> plan.policy().isPresent() || !plan.findings().isEmpty())
                .toList();
    }

    private DestinationLock lock(String command, Instant begin) {
        return DestinationLock.acquire(locking.state(), command, begin, locking.patience(), cancellation::requested);
    }

    /** A copy off the machine that is under way keeps the sets it copies. */
    private DestinationLock sets(String command, Instant begin) {
        return DestinationLock.removingSets(
                locking.state(), command, begin, locking.patience(), cancellation::requested);
    }

    private List<Finding> tidied() {
        return destination.removePartials().stream()
                .map(told -> Finding.warning("store.partial-removed", told, ""))
                .toList();
    }

    private List<PrunePlan> plans(List<PruneTarget> chosen, boolean snapshots, Instant now) {
        return chosen.stream()
                .map(target -> planner.plan(target, snapshots, now))
                .toList();
    }

    private void requirePolicy(List<PrunePlan> plans) {
        boolean any = plans.stream()
                .anyMatch(plan -> plan.policy().isPresent() || !plan.findings().isEmpty());
        if (!any && !(plans.isEmpty() && planner.machineHasPolicy())) {
            throw new NoPolicyException("nothing says which sets may go.");
        }
    }

    private static List<Finding> findings(List<PrunePlan> plans) {
        List<Finding> findings = new ArrayList<>();
        for (PrunePlan plan : plans) {
            findings.addAll(plan.findings());
            if (plan.policy().isEmpty() && plan.findings().isEmpty()) {
                findings.add(Finding.warning(
                        "prune.no-policy",
                        "Nothing of " + plan.project() + " is removed: nothing says which of its sets may go",
                        "Write 'keep:' into the configuration."));
            }
        }
        return findings;
    }

    private PruneResult removed(String command, Instant begin, List<PrunePlan> plans, List<Finding> told) {
        List<Finding> findings = new ArrayList<>(told);
        findings.addAll(findings(plans));
        List<PruneItem> removed = new ArrayList<>();
        List<Finding> noted = new ArrayList<>();
        for (PrunePlan plan : plans) {
            for (PruneItem item : plan.going()) {
                if (cancellation.requested()) {
                    break;
                }
                Optional<Finding> objection = remove(plan, item);
                if (objection.isPresent()) {
                    findings.add(objection.get());
                    break;
                }
                removed.add(item);
                noted.add(gone(plan, item));
            }
        }
        PruneResult result =
                new PruneResult(begin, clock.instant(), plans, removed, findings, cancellation.requested());
        return noted.isEmpty() ? result : recorded(command, result, noted);
    }

    /** One that cannot be removed is told once for its project, whose others would fare no better. */
    private Optional<Finding> remove(PrunePlan plan, PruneItem item) {
        if (item.set().isEmpty()) {
            return removeSnapshot(plan, item);
        }
        Optional<Finding> objection = destination.removalObjection(item.set().get());
        if (objection.isPresent()) {
            return objection;
        }
        try {
            destination.remove(item.set().get(), plan.staying());
            return Optional.empty();
        } catch (DestinationException stays) {
            return Optional.of(Finding.error("store.not-removed", String.valueOf(stays.getMessage()), ""));
        }
    }

    private static Optional<Finding> removeSnapshot(PrunePlan plan, PruneItem item) {
        try {
            Files.deleteIfExists(item.path());
            return Optional.empty();
        } catch (IOException stays) {
            return Optional.of(Finding.error(
                    "prune.snapshot-not-removed",
                    "The snapshot " + item.name() + " of " + plan.project() + " cannot be removed: "
                            + Printable.text(String.valueOf(stays.getMessage())),
                    "Give yourself access to its folder."));
        }
    }

    private static Finding gone(PrunePlan plan, PruneItem item) {
        return Finding.info(
                "prune.removed",
                (item.set().isPresent() ? "Removed the set " : "Removed the snapshot ") + item.name() + " of "
                        + (plan.global()
                                ? "ddev's global configuration"
                                : plan.project().text()) + ": "
                        + String.join(", ", item.decision().reasons()));
    }

    /** Who asks later where a set went finds it in the runs; failing to note it is no reason to keep sets. */
    private PruneResult recorded(String command, PruneResult result, List<Finding> noted) {
        try {
            destination.saveRun(new RunRecord(
                    RunRecord.SCHEMA,
                    destination.newRunId(result.started()),
                    command,
                    result.started(),
                    result.ended(),
                    0,
                    Map.of(),
                    noted,
                    List.of()));
            return result;
        } catch (DestinationException noRoom) {
            List<Finding> findings = new ArrayList<>(result.findings());
            findings.add(Finding.warning("store.run-not-kept", String.valueOf(noRoom.getMessage()), ""));
            return new PruneResult(
                    result.started(), result.ended(), result.plans(), result.removed(), findings, result.cancelled());
        }
    }
}
