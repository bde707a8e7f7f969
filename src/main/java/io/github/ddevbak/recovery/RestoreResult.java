package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectFinding;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a restore.
 *
 * @param projects one for each project that was begun
 * @param findings about the run as a whole
 * @param cancelled whether the user ended it
 */
public record RestoreResult(List<RestoredProject> projects, List<ProjectFinding> findings, boolean cancelled) {
    public RestoreResult {
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
    }

    /** Every finding there is. */
    public List<Finding> all() {
        List<Finding> all =
                new ArrayList<>(findings.stream().map(ProjectFinding::finding).toList());
        for (RestoredProject project : projects) {
            all.addAll(project.findings());
            project.parts().forEach(part -> all.addAll(part.findings()));
        }
        return all;
    }
}
