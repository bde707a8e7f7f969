package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.util.List;

/**
 * What a look at the code found.
 *
 * @param state {@code OK}; {@code AT_RISK} where any finding is a loss; {@code FAILED} where any is an error
 */
public record GitReport(PartState state, List<Finding> findings, GitFacts facts) {

    public GitReport {
        findings = List.copyOf(findings);
    }

    static GitReport of(List<Finding> findings, GitFacts facts) {
        Severity worst = findings.stream()
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
        PartState state = switch (worst) {
            case ERROR -> PartState.FAILED;
            case LOSS -> PartState.AT_RISK;
            case WARNING, INFO -> PartState.OK;
        };
        return new GitReport(state, findings, facts);
    }
}
