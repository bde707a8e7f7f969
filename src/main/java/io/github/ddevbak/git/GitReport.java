package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a look at the code found.
 *
 * @param state {@code OK}; {@code AT_RISK} where any finding is a loss; {@code FAILED} where any is an error
 * @param looked every repository that could be looked at, the approot's own first
 * @param about the tops of the repositories below that a finding is about; one that is not here is about the approot's own
 */
public record GitReport(
        PartState state, List<Finding> findings, GitFacts facts, List<Looked> looked, Map<Finding, Set<Path>> about) {

    public GitReport {
        findings = List.copyOf(findings);
        looked = List.copyOf(looked);
        about = Map.copyOf(about);
    }

    static GitReport of(List<Finding> findings, GitFacts facts) {
        return of(findings, facts, List.of(), Map.of());
    }

    static GitReport of(List<Finding> findings, GitFacts facts, List<Looked> looked, Map<Finding, Set<Path>> about) {
        Severity worst = findings.stream()
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
        PartState state = switch (worst) {
            case ERROR -> PartState.FAILED;
            case LOSS -> PartState.AT_RISK;
            case WARNING, INFO -> PartState.OK;
        };
        return new GitReport(state, findings, facts, looked, about);
    }
}
