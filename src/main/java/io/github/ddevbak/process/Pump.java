package io.github.ddevbak.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one stream of a child on a thread of its own and hands the bytes on, a few buffers ahead of who takes them.
 *
 * <p>Reading from a pipe cannot be interrupted; where a process that outlives the child keeps the stream open, the
 * thread is left behind as a daemon and ends with that process.
 */
final class Pump {
    private static final int AHEAD = 4;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(AHEAD);
    private final String name;
    private final InputStream from;
    private final Runnable atEnd;
    private @Nullable Thread thread;

    Pump(String name, InputStream from, int bufferSize, Runnable atEnd) {
        this.name = name;
        this.from = from;
        this.atEnd = atEnd;
        for (int i = 0; i < AHEAD; i++) {
            free.add(new byte[bufferSize]);
        }
    }

    /** Starts to read; each buffer given to the taker comes back by {@link #giveBack}. */
    void start(Taker taker, Consumer<IOException> onFailure) {
        thread = Daemon.start(name, () -> carry(taker, onFailure));
    }

    void giveBack(byte[] buffer) {
        free.add(buffer);
    }

    /** Nobody takes any more. */
    void abandon() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void carry(Taker taker, Consumer<IOException> onFailure) {
        try {
            byte[] buffer = free.take();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                taker.take(buffer, read);
                buffer = free.take();
            }
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    /** Takes the first so many bytes of a buffer, which is its own until it gives it back. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] buffer, int length);
    }
}
