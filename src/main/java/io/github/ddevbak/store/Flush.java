package io.github.ddevbak.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the operating system put onto the disk what was written. */
final class Flush {
    private Flush() {}

    /** Flushes one file. A stream and not a channel: an interrupted thread must still be able to finish its notes. */
    static void file(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.getFD().sync();
        }
    }

    /** Flushes a folder's own entries, as far as its file system can: several network file systems cannot. */
    static void folder(Path folder) {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException noSuchThingHere) {
            // The data itself was flushed; a set on a share without this is better than none.
        }
    }
}
