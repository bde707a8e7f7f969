package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens files without waiting for ever, where a pipe took the place of the file a moment before. Java cannot open
 * without blocking; but whoever opens the other end of the pipe lets the one who waits go on.
 */
final class PipeGuard {
    private static final int TYPE = 0170000;
    private static final int PIPE = 0010000;

    private static final Map<Thread, Path> OPENING = new ConcurrentHashMap<>();

    private PipeGuard() {}

    /** What opens a file. */
    @FunctionalInterface
    interface Opening<C extends Channel> {
        C open(Path path) throws IOException;
    }

    static <C extends Channel> C open(Path path, Opening<C> opening) throws IOException {
        OPENING.put(Thread.currentThread(), path);
        try {
            return opening.open(path);
        } finally {
            OPENING.remove(Thread.currentThread());
        }
    }

    /** Lets everybody go on who waits at a pipe; called now and then by those who wait for them. */
    static void release() {
        for (Path path : OPENING.values()) {
            if (pipe(path)) {
                // On a thread of its own: where the reader has gone meanwhile, this end waits instead.
                Thread thread = new Thread(() -> openOtherEnd(path), "ddevbak-pipe");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void openOtherEnd(Path path) {
        try {
            FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))
                    .close();
        } catch (IOException gone) {
            // then nobody waits at it, or the next call tries again
        }
    }

    private static boolean pipe(Path path) {
        try {
            return Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) instanceof Integer mode
                    && (mode & TYPE) == PIPE;
        } catch (IOException gone) {
            return false;
        }
    }
}
