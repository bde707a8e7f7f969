package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whose sets are looked at.
 *
 * @param approot the project's folder, which may be gone; empty for ddev's global configuration
 * @param sets newest first
 */
record PruneTarget(ProjectName project, Optional<Path> approot, List<StoredSet> sets) {

    static PruneTarget of(ProjectName project, List<StoredSet> sets) {
        return new PruneTarget(
                project,
                sets.stream()
                        .map(set -> Path.of(set.record().approot()))
                        .filter(Path::isAbsolute)
                        .findFirst(),
                sets);
    }

    boolean global() {
        return approot.isEmpty();
    }

    /** The project as far as its sets know it. */
    Project asProject() {
        return Project.noted(project, approot.orElseThrow());
    }
}
