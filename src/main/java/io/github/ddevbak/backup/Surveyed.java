package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every project there is, and what is odd about them, read once.
 *
 * @param trouble why ddev cannot be used; empty where it can, or was not asked
 * @param versions of ddevbak, ddev and Docker, as far as known
 * @param globalDir ddev's global folder
 * @param lastStarted the version of ddev that last started projects
 */
public record Surveyed(
        List<Project> projects,
        List<ProjectFinding> findings,
        Optional<Answer.Refused<?>> trouble,
        Map<String, String> versions,
        Path globalDir,
        Optional<String> lastStarted) {
    public Surveyed {
        projects = List.copyOf(projects);
        findings = List.copyOf(findings);
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** Whether another version of ddev started projects last: the first start of this one stops every other project. */
    boolean upgraded() {
        String version = versions.getOrDefault("ddev", "");
        return !version.isEmpty()
                && lastStarted.isPresent()
                && !lastStarted.get().equals(version);
    }
}
