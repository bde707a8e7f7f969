package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which services are held up, in {@code <state>/held}, so that those a killed run held up can be let go. */
public final class HeldNotes {
    private static final String ENDING = ".json";

    private final Path folder;

    public HeldNotes(Path state) {
        this.folder = state.toAbsolutePath().resolve("held");
    }

    /**
     * Notes them and flushes the note to the disk; only then may they be held up.
     *
     * @throws DestinationException where they cannot be noted
     */
    public void remember(HeldServices held) {
        StateNote.write(file(held.project()), Records.json(held));
    }

    /** Removes the note, once they are as they were found. */
    public void forget(ProjectName project) {
        StateNote.remove(file(project));
        Flush.folder(folder);
    }

    /** All that were noted and not forgotten; a note that cannot be read stays for a person. */
    public List<HeldServices> all() {
        return SetFolder.entries(folder).stream()
                .filter(file -> SetFolder.name(file).endsWith(ENDING))
                .flatMap(HeldNotes::read)
                .toList();
    }

    private static Stream<HeldServices> read(Path file) {
        try {
            return Stream.of(Records.held(file));
        } catch (StoredFileException broken) {
            return Stream.empty();
        }
    }

    private Path file(ProjectName project) {
        return folder.resolve(project.text() + ENDING);
    }
}
