package io.github.ddevbak.files;

import java.util.function.BooleanSupplier;

/**
 * How user files are read.
 *
 * @param cache which files need not be read again
 * @param progress is told how far it has come
 * @param cancelled whether the user wants to stop
 */
public record Reading(HashCache cache, FilesProgress progress, BooleanSupplier cancelled) {

    /** Every file, and nobody watches. */
    public static Reading all(BooleanSupplier cancelled) {
        return new Reading(HashCache.NONE, FilesProgress.NONE, cancelled);
    }
}
