package io.github.ddevbak.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside, flushes, renames: a reader sees the old content or the new, never half of it. */
public final class AtomicFile {
    private static final String PREFIX = ".ddevbak-";
    private static final String SUFFIX = ".tmp";

    private AtomicFile() {}

    /**
     * Writes the file, mode 0600, into a folder that must exist; a link of that name is replaced, not followed.
     *
     * @throws IOException where it could not be written; an earlier file of that name is then untouched
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** What is to be in a file, written piece by piece. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        Path folder = folderOf(file);
        Path beside = Files.createTempFile(folder, PREFIX, SUFFIX);
        try {
            FileModes.restrictFile(beside);
            try (FileOutputStream out = new FileOutputStream(beside.toFile())) {
                OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
                content.writeTo(buffered);
                buffered.flush();
                out.getFD().sync();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        Flush.folder(folder);
    }

    /** Whether a file is what a killed {@link #write} leaves. */
    static boolean leftover(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** A name beside the file that nobody has, for something to be renamed onto it. */
    static Path besideName(Path file) throws IOException {
        Path taken = Files.createTempFile(folderOf(file), PREFIX, SUFFIX);
        Files.delete(taken);
        return taken;
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        return folder;
    }
}
