package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The notes beside sealed sets, {@code <id>.verified.json} and the like: one file of each kind, so that two commands at
 * once never write over each other's. One that is gone or cannot be read is no note: nothing but memory is lost.
 */
public final class SetNotes {
    private SetNotes() {}

    /** The newest note of that kind. */
    public static Optional<SetNote> of(StoredSet set, NoteKind kind) {
        Path file = file(set.folder(), kind);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Records.note(file)).filter(note -> note.set().equals(set.id()) && note.kind() == kind);
        } catch (StoredFileException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a note in the place of an earlier one of its kind.
     *
     * @throws DestinationException where it cannot be written; the set itself is untouched
     */
    public static void keep(StoredSet set, SetNote note) {
        Path file = file(set.folder(), note.kind());
        try {
            AtomicFile.write(file, Records.json(note));
        } catch (IOException refused) {
            throw new DestinationException(
                    "That the set " + set.id() + " of " + set.project() + " was "
                            + note.kind().word()
                            + " could not be noted in " + file + ": " + Reason.of(refused)
                            + ". The set is untouched; make room or give yourself access.",
                    refused);
        }
    }

    /**
     * Removes a note that is true no longer.
     *
     * @throws DestinationException where it stays
     */
    static void forget(StoredSet set, NoteKind kind) {
        Path file = file(set.folder(), kind);
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new DestinationException(
                    "The note " + file + " is true no longer and cannot be removed: " + Reason.of(refused)
                            + ". Give yourself access, or delete it by hand.",
                    refused);
        }
    }

    /** Where a set's note of that kind lies: beside the set's folder. */
    static Path file(Path set, NoteKind kind) {
        return set.resolveSibling(name(SetFolder.name(set), kind));
    }

    static String name(String set, NoteKind kind) {
        return set + "." + kind.word() + ".json";
    }
}
