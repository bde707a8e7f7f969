package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The folders of scratch projects, {@code <state>/drills/<name>}. The folder is on the disk before ddev hears of the
 * project, so that whatever a killed drill leaves can be found and deleted; only what has a folder here is ever deleted.
 */
public final class ScratchProjects {
    private final Path folder;

    public ScratchProjects(Path state) {
        this.folder = state.toAbsolutePath().resolve("drills");
    }

    /**
     * Makes the folder of a new one, and flushes it to the disk.
     *
     * @throws DestinationException where it cannot be made, or is there already
     */
    public void make(ScratchProject project) {
        try {
            FileModes.makeFolder(folder);
            FileModes.restrictFolder(folder);
            FileModes.makeNewFolder(home(project));
            FileModes.makeNewFolder(approot(project));
        } catch (IOException refused) {
            throw new DestinationException(
                    "The folder " + home(project) + " of a scratch project cannot be made: " + Reason.of(refused)
                            + ". Make room or give yourself access.",
                    refused);
        }
    }

    /** The folder that ddev is to take for the project. */
    public Path approot(ScratchProject project) {
        return home(project).resolve("project");
    }

    /** A folder beside it, for code; not made. */
    public Path code(ScratchProject project) {
        return home(project).resolve("code");
    }

    /** Every one that was made and not removed. */
    public List<ScratchProject> all() {
        return SetFolder.entries(folder).stream()
                .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                .flatMap(entry -> ScratchProject.named(SetFolder.name(entry), Instant.EPOCH).stream())
                .toList();
    }

    /**
     * Removes the folder; ddev must have forgotten the project before.
     *
     * @throws IOException where something of it stays
     */
    public void remove(ScratchProject project) throws IOException {
        FileTree.delete(home(project));
        Flush.folder(folder);
    }

    private Path home(ScratchProject project) {
        return folder.resolve(project.name().text());
    }
}
