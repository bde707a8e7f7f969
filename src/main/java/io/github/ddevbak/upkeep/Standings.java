package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import java.util.List;

/**
 * How all chosen projects stand.
 *
 * @param projects by name
 * @param findings about the runs and the machine
 */
public record Standings(List<Standing> projects, List<Finding> findings) {
    public Standings {
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
    }
}
