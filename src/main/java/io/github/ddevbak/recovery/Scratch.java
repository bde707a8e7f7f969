package io.github.ddevbak.recovery;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.Described;
import io.github.ddevbak.ddev.DockerCli;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.ScratchProject;
import io.github.ddevbak.store.ScratchProjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Makes scratch projects, and deletes them with all that Docker holds of them: those that it made and no other. */
public final class Scratch {
    private final DdevCli ddev;
    private final DdevCli sheltered;
    private final DockerCli docker;
    private final ScratchProjects folders;
    private final IntSupplier numbers;
    private final Clock clock;

    /**
     * @param ddev makes and starts them
     * @param sheltered looks after them when they are deleted; a cancellation does not end it
     * @param docker likewise
     * @param numbers random ones, for names that nobody has
     */
    public Scratch(
            DdevCli ddev,
            DdevCli sheltered,
            DockerCli docker,
            ScratchProjects folders,
            IntSupplier numbers,
            Clock clock) {
        this.ddev = ddev;
        this.sheltered = sheltered;
        this.docker = docker;
        this.folders = folders;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** One of a name that nobody has; its folder is made, ddev does not know it yet. */
    ScratchProject make(ProjectName source) {
        ScratchProject scratch = ScratchProject.of(source, numbers.getAsInt(), clock.instant());
        folders.make(scratch);
        return scratch;
    }

    /** Where code may be put that is to be thrown away with it. */
    Path code(ScratchProject scratch) {
        return folders.code(scratch);
    }

    /** The running project, with an empty server of that type and version; or why there is none. */
    Started start(ScratchProject scratch, DatabaseServer server) {
        Path approot = folders.approot(scratch);
        ProcessResult configured = ddev.config(approot, scratch.name(), server);
        if (!Files.isRegularFile(approot.resolve(".ddev").resolve("config.yaml"))) {
            return Started.not("drill.not-configured", scratch, "be configured", configured);
        }
        ProcessResult started = ddev.startIn(approot);
        Answer<Described> now = ddev.describe(scratch.name());
        boolean runs = now.value()
                .filter(described -> ProjectStatus.of(described.status()) == ProjectStatus.RUNNING)
                .isPresent();
        if (!runs) {
            return Started.not("drill.not-started", scratch, "be started", started);
        }
        return new Started(
                Optional.of(new Project(
                        scratch.name(),
                        approot,
                        "php",
                        "",
                        ProjectStatus.RUNNING,
                        Optional.of(server),
                        false,
                        List.of(),
                        true)),
                Optional.empty());
    }

    /** A project that runs, or the reason why not. */
    record Started(Optional<Project> project, Optional<Finding> trouble) {
        static Started not(String code, ScratchProject scratch, String what, ProcessResult result) {
            return new Started(
                    Optional.empty(),
                    Optional.of(Finding.error(
                            result.cancelled() ? "drill.cancelled" : code,
                            "the scratch project " + scratch.name() + " could not " + what + " ("
                                    + result.ending().words() + "): " + LastWords.of(result),
                            "The set is not in question. See that 'ddev start' works in a new project, then drill"
                                    + " again.")));
        }
    }

    /** Every one that a killed drill left. */
    public List<ScratchProject> left() {
        return folders.all();
    }

    /** Deletes it with its containers and volumes, and then its folder; the folder stays where that failed. */
    public Optional<Finding> remove(ScratchProject scratch) {
        Path approot = folders.approot(scratch);
        String why = "";
        if (Files.isRegularFile(approot.resolve(".ddev").resolve("config.yaml"))) {
            ProcessResult deleted = sheltered.delete(scratch.name());
            why = deleted.ok() ? "" : ": " + LastWords.of(deleted);
        }
        List<String> still = new ArrayList<>();
        Answer<List<DockerCli.Container>> containers = docker.containers(scratch.name());
        Answer<List<String>> volumes = docker.volumes(scratch.name());
        containers.value().ifPresent(all -> all.forEach(one -> still.add("container " + one.name())));
        volumes.value().ifPresent(all -> all.forEach(name -> still.add("volume " + name)));
        if (containers.value().isEmpty() || volumes.value().isEmpty()) {
            return stays(scratch, "docker does not say what is left of it" + why);
        }
        if (!still.isEmpty()) {
            return stays(scratch, String.join(", ", still) + " is still there" + why);
        }
        try {
            folders.remove(scratch);
            return Optional.empty();
        } catch (IOException stays) {
            return stays(scratch, Printable.text(String.valueOf(stays.getMessage())));
        }
    }

    private static Optional<Finding> stays(ScratchProject scratch, String why) {
        return Optional.of(Finding.warning(
                "drill.not-removed",
                "the scratch project " + scratch.name() + " could not be deleted: " + why,
                "The next drill tries again; or run 'ddev delete -Oy " + scratch.name() + "'."));
    }
}
