package io.github.ddevbak.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is remembered of notices, in {@code <state>/notices.json}. */
public final class NoticeNotes {
    private final Path file;

    public NoticeNotes(Path state) {
        this.file = state.toAbsolutePath().resolve("notices.json");
    }

    /** What is remembered; empty where nothing is, or where it cannot be read: it is written anew. */
    public Optional<NoticeMemory> read() {
        try {
            return Files.exists(file) ? Optional.of(Records.notices(file)) : Optional.empty();
        } catch (StoredFileException broken) {
            return Optional.empty();
        }
    }

    /**
     * Remembers it.
     *
     * @throws DestinationException where it cannot be written
     */
    public void write(NoticeMemory memory) {
        StateNote.write(file, Records.json(memory));
    }
}
