package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Proves the files of a set that are no artefacts: what was newly written is flushed and read back, what is shared with an
 * earlier set must be there and is not touched, and there is nothing else.
 */
final class DataSealing {
    /** Flushes go together onto the disk: eight at once took less than half the time of one after the other. */
    private static final int THREADS = 8;

    private static final int WAITING = 64;

    private final Path folder;
    private final DataFiles files;
    private long listed;

    DataSealing(Path folder, DataFiles files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Proves all and writes their lines.
     *
     * @throws StoredFileException where what is on the disk is not what was written
     */
    void writeTo(OutputStream manifest) throws IOException {
        Deque<Future<String>> waiting = new ArrayDeque<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "seal");
            thread.setDaemon(true);
            return thread;
        });
        try {
            files.each((file, sha256, shared, line) -> {
                listed++;
                manifest.write(line);
                if (waiting.size() >= WAITING) {
                    finish(waiting.remove());
                }
                waiting.add(threads.submit(() -> shared ? there(file) : readBack(file, sha256)));
            });
            while (!waiting.isEmpty()) {
                finish(waiting.remove());
            }
        } finally {
            threads.shutdown();
        }
        long found = flushed(folder);
        if (found != listed) {
            throw new StoredFileException(found + " files are in " + Printable.text(folder.toString()) + " and "
                    + listed + " were written there. Check the disk, then run ddevbak again.");
        }
    }

    /**
     * What is wrong with a file that was written; empty where nothing is. By a channel, which takes names that are no
     * text; nobody interrupts these threads.
     */
    private static String readBack(Path file, String sha256) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            open.force(true);
            return Sha256.of(Channels.newInputStream(open)).hex().equals(sha256) ? "" : file.toString();
        }
    }

    private static String there(Path file) throws IOException {
        return look(file).isRegularFile() ? "" : file.toString();
    }

    private static BasicFileAttributes look(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void finish(Future<String> proof) throws IOException {
        try {
            String wrong = proof.get();
            if (!wrong.isEmpty()) {
                throw new StoredFileException("What was written is not what is on the disk: " + Printable.text(wrong)
                        + " changed after it was written. Check the disk, then run ddevbak again.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException why) {
                throw why;
            }
            throw new IllegalStateException("a proof failed", failed.getCause());
        }
    }

    /** Flushes the folders, each after those below it, and counts the files. */
    private static long flushed(Path folder) throws IOException {
        FileModes.restrictFolder(folder);
        long count = 0;
        for (Path entry : FileTree.entries(folder)) {
            BasicFileAttributes attributes = look(entry);
            if (attributes.isDirectory()) {
                count += flushed(entry);
            } else if (attributes.isRegularFile()) {
                count++;
            } else if (!attributes.isSymbolicLink()) {
                throw new StoredFileException(Printable.text(entry.toString()) + " is a device, pipe or socket, which a"
                        + " set cannot hold. Move it out of the project.");
            }
        }
        Flush.folder(folder);
        return count;
    }
}
