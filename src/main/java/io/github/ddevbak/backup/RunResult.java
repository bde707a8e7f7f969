package io.github.ddevbak.backup;

import io.github.ddevbak.project.ProjectFinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param findings of the run as a whole: discovery, projects not put back, global configuration
 * @param cancelled whether the user asked to stop
 */
public record RunResult(
        String command,
        Instant started,
        Instant ended,
        Map<String, String> versions,
        List<ProjectFinding> findings,
        List<ProjectResult> projects,
        boolean cancelled) {
    public RunResult {
        findings = List.copyOf(findings);
        projects = List.copyOf(projects);
    }
}
