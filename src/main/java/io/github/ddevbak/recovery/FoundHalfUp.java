package io.github.ddevbak.recovery;

import io.github.ddevbak.ddev.Described;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says that a project was half up before anything was done: it is so again afterwards, and that is no failure of ours. */
final class FoundHalfUp {
    /** Others do not count in ddev's status (v1.25.3, pkg/ddevapp {@code determineStatus}). */
    private static final Set<String> JUDGED = Set.of("web", "db");

    private static final Set<ProjectStatus> CLEAR =
            Set.of(ProjectStatus.RUNNING, ProjectStatus.STOPPED, ProjectStatus.PAUSED);

    private FoundHalfUp() {}

    /** Nothing for a project that ran, or plainly did not. */
    static Stream<Finding> told(Project project, Described found) {
        ProjectStatus status = ProjectStatus.of(found.status());
        if (CLEAR.contains(status)) {
            return Stream.empty();
        }
        String services = found.serviceStatus().entrySet().stream()
                .filter(service ->
                        JUDGED.contains(service.getKey()) && !service.getValue().equals(ProjectStatus.RUNNING.word()))
                .map(service -> service.getKey() + ": " + Printable.text(service.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        return Stream.of(Finding.info(
                "database.found-half-up",
                "'" + project.name() + "' was " + status.word() + (services.isEmpty() ? "" : " (" + services + ")")
                        + " before the restore and is put back so; 'ddev start " + project.name()
                        + "' makes all of it run"));
    }
}
