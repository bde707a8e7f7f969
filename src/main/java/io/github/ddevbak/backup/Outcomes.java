package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.PartRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How the findings of a part become its state. Pure. */
final class Outcomes {
    private Outcomes() {}

    /** {@code FAILED} for any error, {@code AT_RISK} for any loss not accepted, else what it would be without findings. */
    static PartRecord of(Part part, PartState without, List<Finding> findings, Map<String, Object> facts, long millis) {
        Severity worst = findings.stream()
                .filter(Finding::counts)
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
        PartState state = switch (worst) {
            case ERROR -> PartState.FAILED;
            case LOSS -> PartState.AT_RISK;
            case WARNING, INFO -> without;
        };
        return new PartRecord(part, state, findings, facts, millis);
    }

    static PartRecord skipped(Part part) {
        return new PartRecord(part, PartState.SKIPPED, List.of(), Map.of(), 0);
    }
}
