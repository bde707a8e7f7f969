package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import java.util.List;

/** The projects that were found, by name, and what is odd about them. */
public record Discovered(List<Project> projects, List<ProjectFinding> findings) {
    public Discovered {
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
    }
}
