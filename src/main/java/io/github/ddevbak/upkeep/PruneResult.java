package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What pruning did, or would do.
 *
 * @param removed what is gone; nothing in a dry run
 * @param findings of the prune as a whole and of its projects
 * @param cancelled whether the user asked to stop
 */
public record PruneResult(
        Instant started,
        Instant ended,
        List<PrunePlan> plans,
        List<PruneItem> removed,
        List<Finding> findings,
        boolean cancelled) {
    public PruneResult {
        plans = List.copyOf(plans);
        removed = List.copyOf(removed);
        findings = List.copyOf(findings);
    }

    /** The bytes of the plans that were carried out as a whole. */
    public long freed() {
        return plans.stream()
                .filter(plan -> removed.containsAll(plan.going()))
                .mapToLong(PrunePlan::frees)
                .sum();
    }
}
