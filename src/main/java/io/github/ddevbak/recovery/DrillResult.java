package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.StoredSet;
import java.time.Duration;
import java.util.List;

/**
 * What came of a drill.
 *
 * @param set the one that was restored
 * @param steps those that were taken, in their order
 * @param bad what of the set did not come back as it is recorded
 * @param findings what else is to be told; an error means that the drill could not be finished, for no fault of the set
 * @param took wall time of the whole
 * @param cancelled whether the user ended it
 */
public record DrillResult(
        StoredSet set,
        List<DrillStep> steps,
        List<Finding> bad,
        List<Finding> findings,
        Duration took,
        boolean cancelled) {
    public DrillResult {
        steps = List.copyOf(steps);
        bad = List.copyOf(bad);
        findings = List.copyOf(findings);
    }

    /** Whether everything that was to be tried was tried. */
    public boolean finished() {
        return !cancelled && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Whether the set stood up to it. */
    public boolean good() {
        return finished() && bad.isEmpty();
    }
}
