package io.github.ddevbak.backup;

import io.github.ddevbak.project.Project;
import java.util.List;

/** What a run is going to do, project by project; printed, it is the dry run. */
public record Plan(List<ProjectPlan> projects, Wish wish) {
    public Plan {
        projects = List.copyOf(projects);
    }

    /** The steps of one project, in order. */
    public record ProjectPlan(Project project, List<Step> steps) {
        public ProjectPlan {
            steps = List.copyOf(steps);
        }
    }
}
