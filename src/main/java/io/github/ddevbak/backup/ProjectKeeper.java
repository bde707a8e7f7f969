package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.Described;
import io.github.ddevbak.ddev.DockerCli;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.StartedProject;
import io.github.ddevbak.store.StartedProjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts projects that must run, and leaves each as it was found; what was found is on disk before anything starts. */
public final class ProjectKeeper {
    private final DdevCli ddev;
    private final DdevCli sheltered;
    private final DockerCli docker;
    private final StartedProjects records;
    private final Clock clock;

    /**
     * @param ddev starts projects
     * @param sheltered puts them back; a cancellation does not cut it short
     * @param docker likewise sheltered
     */
    public ProjectKeeper(DdevCli ddev, DdevCli sheltered, DockerCli docker, StartedProjects records, Clock clock) {
        this.ddev = ddev;
        this.sheltered = sheltered;
        this.docker = docker;
        this.records = records;
        this.clock = clock;
    }

    /** Makes a project run; the finding says why it does not. Whatever comes of it, call {@link #putBack} after. */
    public Optional<Finding> start(Project project, ProjectStatus found) {
        Optional<Finding> unrecorded = remember(project, found);
        if (unrecorded.isPresent()) {
            return unrecorded;
        }
        ProcessResult started = ddev.start(project.name());
        Answer<Described> now = ddev.describe(project.name());
        boolean runs = now.value()
                .map(d -> ProjectStatus.of(d.status()) == ProjectStatus.RUNNING)
                .orElse(false);
        if (started.ok() && runs) {
            return Optional.empty();
        }
        if (started.cancelled()) {
            return Optional.of(
                    Finding.error("database.cancelled", "it was cancelled while it was started", "Run ddevbak again."));
        }
        return Optional.of(Finding.error(
                "database.not-started",
                "'" + project.name() + "' could not be started ("
                        + started.ending().words() + ")" + DdevWords.because(started),
                "Run 'ddev start " + project.name() + "' to see what it lacks, then run ddevbak again."));
    }

    /** Writes down how a project was found, unless an earlier record says so already. */
    public Optional<Finding> remember(Project project, ProjectStatus found) {
        if (record(project.name()).isPresent()) {
            return Optional.empty();
        }
        Answer<List<DockerCli.Container>> containers = docker.containers(project.name());
        boolean containersMatter = found != ProjectStatus.STOPPED && found != ProjectStatus.RUNNING;
        if (containers.value().isEmpty() && containersMatter) {
            return Optional.of(Finding.error(
                    "database.cannot-put-back",
                    "'" + project.name() + "' is " + found.word()
                            + ", and docker does not say which of its containers run, so it could not be put back as"
                            + " found; it was not started",
                    "Put the docker command on PATH, or start the project yourself with 'ddev start " + project.name()
                            + "'."));
        }
        List<DockerCli.Container> known = containers.value().orElse(List.of());
        records.remember(new StartedProject(
                project.name(),
                project.approot().toString(),
                found,
                names(known, "running"),
                names(known, "paused"),
                clock.instant()));
        return Optional.empty();
    }

    /** Puts one project back as its record says; nothing where there is no record. */
    public Optional<Finding> putBack(ProjectName name) {
        return record(name).flatMap(this::putBack);
    }

    /** The records of projects that this or a killed run started and did not put back. */
    public List<StartedProject> left() {
        return records.all();
    }

    /** Puts a project back and forgets its record; keeps the record where that failed, for the next run. */
    public Optional<Finding> putBack(StartedProject found) {
        boolean there = Files.isRegularFile(Path.of(found.approot(), ".ddev", "config.yaml"));
        ProcessResult done = switch (there ? found.statusFound() : ProjectStatus.UNKNOWN) {
            case STOPPED -> sheltered.stop(found.name(), true);
            case RUNNING -> startAgain(found);
            default -> containersAsBefore(found);
        };
        if (done.ok() && asFound(found, there)) {
            records.forget(found.name());
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                "project.not-put-back",
                "'" + found.name() + "' was " + found.statusFound().word() + " and could not be put back so ("
                        + (there ? done.ending().words() : "its folder is gone: " + found.approot()) + ")"
                        + DdevWords.because(done),
                found.statusFound() == ProjectStatus.RUNNING
                        ? "Run 'ddev start " + found.name() + "'."
                        : "Run 'ddev stop " + found.name() + "'; the next run of ddevbak tries again."));
    }

    private ProcessResult startAgain(StartedProject found) {
        return status(found.name()) == ProjectStatus.RUNNING
                ? ProcessResult.exited(0, "", "")
                : sheltered.start(found.name());
    }

    /** Stops what did not run before and freezes what was frozen; ddev is not asked, it may have no folder to work in. */
    private ProcessResult containersAsBefore(StartedProject found) {
        Answer<List<DockerCli.Container>> containers = docker.containers(found.name());
        if (containers instanceof Answer.Refused<List<DockerCli.Container>> refused) {
            return ProcessResult.exited(1, "", "docker does not say which containers run: " + refused.why());
        }
        List<String> running = names(containers.value().orElseThrow(), "running");
        List<String> notBefore = running.stream()
                .filter(name -> !found.runningContainers().contains(name))
                .toList();
        List<String> freeze =
                notBefore.stream().filter(found.pausedContainers()::contains).toList();
        List<String> stop =
                notBefore.stream().filter(name -> !freeze.contains(name)).toList();
        ProcessResult stopped = stop.isEmpty() ? ProcessResult.exited(0, "", "") : docker.stop(stop);
        return freeze.isEmpty() || !stopped.ok() ? stopped : docker.pause(freeze);
    }

    private boolean asFound(StartedProject found, boolean there) {
        if (there && (found.statusFound() == ProjectStatus.STOPPED || found.statusFound() == ProjectStatus.RUNNING)) {
            return status(found.name()) == found.statusFound();
        }
        return docker.containers(found.name())
                .value()
                .filter(now -> Set.copyOf(names(now, "running")).equals(Set.copyOf(found.runningContainers())))
                .filter(now -> names(now, "paused").containsAll(found.pausedContainers()))
                .isPresent();
    }

    private ProjectStatus status(ProjectName name) {
        return sheltered
                .describe(name)
                .value()
                .map(d -> ProjectStatus.of(d.status()))
                .orElse(ProjectStatus.UNKNOWN);
    }

    private Optional<StartedProject> record(ProjectName name) {
        return records.all().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    private static List<String> names(List<DockerCli.Container> containers, String state) {
        return containers.stream()
                .filter(c -> c.state().equals(state))
                .map(DockerCli.Container::name)
                .toList();
    }
}
