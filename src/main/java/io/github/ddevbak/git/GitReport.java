package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.util.List;

/**
 * What a look at the code found.
 *
 * @param state {@code OK}; {@code AT_RISK} where any finding is a loss; {@code FAILED} where any is an error
 * @param looked every repository that could be looked at, the approot's own first
 */
public record GitReport(PartState state, List<Finding> findings, GitFacts facts, List<Looked> looked) {

    public GitReport {
        findings = List.copyOf(findings);
        looked = List.copyOf(looked);
    }

    static GitReport of(List<Finding> findings, GitFacts facts) {
        return of(findings, facts, List.of());
    }

    static GitReport of(List<Finding> findings, GitFacts facts, List<Looked> looked) {
        Severity worst = findings.stream()
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
        PartState state = switch (worst) {
            case ERROR -> PartState.FAILED;
            case LOSS -> PartState.AT_RISK;
            case WARNING, INFO -> PartState.OK;
        };
        return new GitReport(state, findings, facts, looked);
    }
}
