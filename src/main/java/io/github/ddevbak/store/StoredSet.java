package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A sealed set found on disk.
 *
 * @param project whose; {@link Destination#GLOBAL} for ddev's global configuration
 * @param id its folder's name
 * @param folder absolute
 * @param record what its {@code set.json} says
 */
public record StoredSet(ProjectName project, String id, Path folder, SetRecord record) {
    /**
     * Whether it keeps what a restore was about to overwrite: it may well be the emptied state that is being mended, so it
     * is no measure of anything.
     */
    public boolean safetyCopy() {
        return record.label().equals(SetRecord.BEFORE_RESTORE);
    }

    /** Whether it is of ddev's global configuration, whatever a project is called. */
    public boolean global() {
        return Destination.isGlobal(folder);
    }

    /**
     * The hash of {@code MANIFEST.sha256} as it is now, read when it is asked for: it may have a line for each of many
     * thousand user files.
     *
     * @throws StoredFileException where it cannot be read
     */
    public String manifestSha256() {
        try {
            return Sha256.of(folder.resolve(Manifest.NAME)).hex();
        } catch (IOException unreadable) {
            throw new StoredFileException(
                    "The " + Manifest.NAME + " of " + project + "'s set " + id + " cannot be read: "
                            + Reason.of(unreadable) + ".",
                    unreadable);
        }
    }
}
