package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A project that somebody claims to be there: ddev's registry, ddev's list, or the user.
 *
 * @param listed what ddev's list says of it; empty where it is not in there
 */
record Candidate(ProjectName name, Path approot, boolean registered, Optional<Listed> listed) {

    Candidate listedAs(Listed entry) {
        return new Candidate(name, approot, registered, Optional.of(entry));
    }

    /** The project as the folder shows it; what the folder cannot say is taken from ddev's list. */
    Project project(ProjectFolder folder) {
        Optional<ProjectConfig> config = folder.config();
        boolean omitted = config.map(ProjectConfig::databaseOmitted).orElse(false);
        return new Project(
                name,
                approot,
                config.map(ProjectConfig::type)
                        .filter(type -> !type.isEmpty())
                        .or(() -> listed.map(Listed::type))
                        .orElse(""),
                config.map(ProjectConfig::docroot)
                        .or(() -> listed.map(Listed::docroot))
                        .orElse(""),
                folder.missing().orElseGet(this::ddevsStatus),
                omitted ? Optional.empty() : config.flatMap(ProjectConfig::database),
                omitted,
                config.map(ProjectConfig::uploadDirs).orElse(List.of()),
                registered);
    }

    private ProjectStatus ddevsStatus() {
        ProjectStatus status =
                listed.map(entry -> ProjectStatus.of(entry.status())).orElse(ProjectStatus.UNKNOWN);
        return contradicted() ? ProjectStatus.OTHER : status;
    }

    private boolean contradicted() {
        return listed.map(entry -> ProjectStatus.of(entry.status()))
                .filter(status -> status == ProjectStatus.DIRECTORY_MISSING || status == ProjectStatus.CONFIG_MISSING)
                .isPresent();
    }

    /** Where ddev says that something is missing which is there. */
    Optional<Finding> contradiction(ProjectFolder folder) {
        return contradicted() && folder.missing().isEmpty()
                ? Optional.of(Finding.error(
                        "discovery.hidden",
                        "ddev says of project " + name + ": "
                                + listed.map(Listed::status).orElse("") + ", but " + approot + " has it.",
                        "Run ddev list again; if it stays so, ddev start in the project's folder."))
                : Optional.empty();
    }
}
