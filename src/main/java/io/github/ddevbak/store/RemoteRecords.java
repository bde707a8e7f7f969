package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is remembered of repositories, {@code <state>/remote/}: their checks, and the records of sets that are in them. */
public final class RemoteRecords {
    private static final String ENDING = ".json";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");

    private final Path folder;

    public RemoteRecords(Path state) {
        this.folder = state.toAbsolutePath().resolve("remote");
    }

    /** What is remembered of a repository's checks; nothing where that cannot be read. */
    public Optional<RemoteRecord> of(String repositoryId) {
        if (!ID.matcher(repositoryId).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(repositoryId + ENDING);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Records.remote(file));
        } catch (StoredFileException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Remembers it.
     *
     * @throws DestinationException where it cannot be written
     */
    public void keep(RemoteRecord record) {
        try {
            FileModes.makeFolder(folder);
            AtomicFile.write(folder.resolve(named(record.repository()) + ENDING), Records.json(record));
        } catch (IOException refused) {
            throw new DestinationException(
                    "How far the check of a repository has come could not be kept in " + folder + ": "
                            + Reason.of(refused) + ". Make room or give yourself access.",
                    refused);
        }
    }

    /** Writes a file beside where it is to be. */
    @FunctionalInterface
    public interface Bringer {
        void to(Path file);
    }

    /**
     * The record of a set that is in a repository; brought once, for a snapshot never changes.
     *
     * @param snapshot its name there
     * @throws StoredFileException where what is brought is no record
     */
    public SetRecord set(String snapshot, Bringer bringer) {
        Path file = folder.resolve("sets").resolve(named(snapshot) + ENDING);
        try {
            FileModes.makeFolder(folder.resolve("sets"));
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Path beside = AtomicFile.besideName(file);
                try {
                    bringer.to(beside);
                    SetRecord record = Records.set(beside);
                    Files.move(beside, file);
                    return record;
                } finally {
                    Files.deleteIfExists(beside);
                }
            }
            return Records.set(file);
        } catch (IOException refused) {
            throw new DestinationException(
                    "The record of a set in a repository cannot be kept in " + folder + ": " + Reason.of(refused)
                            + ". Make room or give yourself access.",
                    refused);
        }
    }

    private static String named(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of restic's: " + id);
        }
        return id;
    }
}
