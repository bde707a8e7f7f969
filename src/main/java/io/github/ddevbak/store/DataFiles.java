package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Files of a set that are too many to be artefacts: all that is below one folder, in the manifest and in no record one by
 * one.
 */
@FunctionalInterface
public interface DataFiles {
    /** Takes one file after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a file.
         *
         * @param file where it is
         * @param sha256 what its content must be
         * @param shared whether it is a link to a file of an earlier set, which was looked at when it was made and is
         *     neither read again nor touched
         * @param line its line of {@code MANIFEST.sha256}, newline included
         */
        void met(Path file, String sha256, boolean shared, byte[] line) throws IOException;
    }

    /** Shows every file, in the order of the bytes of the paths. */
    void each(Visitor visitor) throws IOException;
}
