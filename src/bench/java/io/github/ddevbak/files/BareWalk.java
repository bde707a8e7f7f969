package io.github.ddevbak.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The least that a Java program can do: two threads ask for the facts of every file in the folders of a folder, no more. */
final class BareWalk {
    private BareWalk() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of(args[0]))) {
            all.forEach(folders::add);
        }
        AtomicInteger next = new AtomicInteger();
        LongAdder bytes = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                for (int at = next.getAndIncrement(); at < folders.size(); at = next.getAndIncrement()) {
                    bytes.add(bytes(folders.get(at)));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(bytes.sum());
    }

    private static long bytes(Path folder) {
        long bytes = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
            SecureDirectoryStream<Path> secure = (SecureDirectoryStream<Path>) open;
            for (Path file : open) {
                bytes += secure.getFileAttributeView(file.getFileName(), PosixFileAttributeView.class, NOFOLLOW_LINKS)
                        .readAttributes()
                        .size();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes;
    }
}
