package io.github.ddevbak.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** An input that remembers whether it was closed. */
final class WatchedInput extends FilterInputStream {
    private final AtomicBoolean closed = new AtomicBoolean();

    WatchedInput(InputStream in) {
        super(in);
    }

    /** One that never ends. */
    static WatchedInput endless() {
        return new WatchedInput(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });
    }

    /** One that gives a byte and breaks, as a damaged archive does, once the child is known to be reading. */
    static WatchedInput breakingOnce(CountDownLatch reading) {
        return new WatchedInput(new InputStream() {
            private boolean given;

            @Override
            public int read() throws IOException {
                if (given) {
                    awaited(reading);
                    throw new IOException("bad checksum");
                }
                given = true;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        });
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    boolean closed() {
        return closed.get();
    }

    @Override
    public void close() throws IOException {
        closed.set(true);
        super.close();
    }
}
