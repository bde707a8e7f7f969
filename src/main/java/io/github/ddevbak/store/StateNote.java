package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and removes one small file of the state folder. */
final class StateNote {
    private StateNote() {}

    static void write(Path file, byte[] content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IllegalArgumentException("not a file: " + file);
            }
            FileModes.makeFolder(folder);
            FileModes.restrictFolder(folder);
            AtomicFile.write(file, content);
        } catch (IOException refused) {
            throw new DestinationException(
                    "The note " + file + " cannot be written: " + Reason.of(refused)
                            + ". Make room or give yourself access.",
                    refused);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new DestinationException(
                    "The note " + file + " cannot be removed: " + Reason.of(refused) + ". Delete it by hand.", refused);
        }
    }
}
