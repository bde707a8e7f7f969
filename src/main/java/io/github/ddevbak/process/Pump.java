package io.github.ddevbak.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
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
    private final InputStream from;
    private final Runnable atEnd;
    private final int bufferSize;
    private int buffers;
    private @Nullable Future<?> reading;

    Pump(InputStream from, int bufferSize, Runnable atEnd) {
        this.from = from;
        this.bufferSize = bufferSize;
        this.atEnd = atEnd;
    }

    /** Starts to read; each buffer given to the taker comes back by {@link #giveBack}. */
    void start(Taker taker, Consumer<IOException> onFailure) {
        reading = Daemon.start(() -> carry(taker, onFailure));
    }

    void giveBack(byte[] buffer) {
        free.add(buffer);
    }

    /** Nobody takes any more. */
    void abandon() {
        if (reading != null) {
            reading.cancel(true);
        }
    }

    private void carry(Taker taker, Consumer<IOException> onFailure) {
        try {
            byte[] buffer = buffer();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                taker.take(buffer, read);
                buffer = buffer();
            }
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    /** Most children say little: a buffer is made when none is free, up to the bound. */
    private byte[] buffer() throws InterruptedException {
        byte[] one = free.poll();
        if (one == null && buffers < AHEAD) {
            buffers++;
            return new byte[bufferSize];
        }
        return one == null ? free.take() : one;
    }

    /** Takes the first so many bytes of a buffer, which is its own until it gives it back. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] buffer, int length);
    }
}
