package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How projects were found before they were started, kept in {@code <state>/started} so that a killed run can be undone. */
public final class StartedProjects {
    private static final String ENDING = ".json";

    private final Path folder;

    public StartedProjects(Path state) {
        this.folder = state.toAbsolutePath().resolve("started");
    }

    /**
     * Notes a project and flushes the note to the disk; only then may it be started. An earlier note that was not forgotten
     * stays as it is: it says how the project was before anything of ours touched it.
     *
     * @throws DestinationException where it cannot be noted; nothing may be started then
     */
    public void remember(StartedProject project) {
        Path file = file(project.name());
        try {
            FileModes.makeFolder(folder);
            FileModes.restrictFolder(folder);
            if (!notes(file, project.name())) {
                AtomicFile.write(file, Records.json(project));
            }
        } catch (IOException refused) {
            throw new DestinationException(
                    "How " + project.name() + " was found could not be noted in " + file + ": " + Reason.of(refused)
                            + ". It was not started; make room or give yourself access.",
                    refused);
        }
    }

    /** Removes a note, once the project is as it was found; nothing where there is none. */
    public void forget(ProjectName name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException refused) {
            throw new DestinationException(
                    "The note " + file(name) + " cannot be removed: " + Reason.of(refused) + ". " + name
                            + " is as it was found; delete the note by hand.",
                    refused);
        }
        Flush.folder(folder);
    }

    /** Every project noted, by name; notes that cannot be read are left out, see {@link #oddities}. */
    public List<StartedProject> all() {
        return look().projects();
    }

    /** Notes that cannot be read, each a warning {@code store.broken-note}. */
    public List<Finding> oddities() {
        return look().broken();
    }

    private record Look(List<StartedProject> projects, List<Finding> broken) {}

    private Look look() {
        Look look = new Look(new ArrayList<>(), new ArrayList<>());
        for (Path file : files()) {
            try {
                look.projects.add(Records.started(file));
            } catch (StoredFileException broken) {
                look.broken.add(Finding.warning(
                        "store.broken-note",
                        "It is not known how a project that a killed run started was found. " + broken.getMessage(),
                        "See with ddev list whether the project should be stopped, then delete " + file + "."));
            }
        }
        return look;
    }

    private static boolean notes(Path file, ProjectName name) {
        try {
            return Files.exists(file) && Records.started(file).name().equals(name);
        } catch (StoredFileException broken) {
            return false;
        }
    }

    private List<Path> files() {
        return SetFolder.entries(folder).stream()
                .filter(file -> SetFolder.name(file).endsWith(ENDING))
                .toList();
    }

    private Path file(ProjectName name) {
        return folder.resolve(name.text() + ENDING);
    }
}
