package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.time.Instant;
import java.util.List;

/**
 * How a project was found before ddevbak started it.
 *
 * @param name which
 * @param approot its folder, absolute
 * @param statusFound ddev's word for its state then
 * @param runningContainers names of its containers that ran
 * @param pausedContainers names of its containers that docker had paused
 * @param since when this was noted
 */
public record StartedProject(
        ProjectName name,
        String approot,
        ProjectStatus statusFound,
        List<String> runningContainers,
        List<String> pausedContainers,
        Instant since) {
    public StartedProject {
        runningContainers = List.copyOf(runningContainers);
        pausedContainers = List.copyOf(pausedContainers);
    }
}
