package io.github.ddevbak.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a stream to a child's standard input on a thread of its own, so that a child that reads nothing stops nobody. */
final class Feeder {
    private static final int BUFFER = 64 << 10;

    private final InputStream from;
    private final OutputStream to;
    private @Nullable Future<?> writing;

    Feeder(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** Starts to write; {@code onBrokenSource} hears why the stream could not be read to its end. */
    void start(Consumer<String> onBrokenSource, Runnable atEnd) {
        writing = Daemon.start(() -> {
            feed(onBrokenSource);
            atEnd.run();
        });
    }

    /** Nobody reads any more; the stream is closed all the same. */
    void abandon() {
        if (writing != null) {
            writing.cancel(true);
        }
        close(from);
    }

    private void feed(Consumer<String> onBrokenSource) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = next(buffer); read >= 0; read = next(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
            to.close();
        } catch (UncheckedIOException e) {
            // Not closed: end of file would tell the child that it has everything, and an import would commit half.
            onBrokenSource.accept(Objects.requireNonNullElse(e.getMessage(), "it broke off"));
        } catch (IOException e) {
            // The child reads no further; whether that is a failure its own ending tells.
        } finally {
            close(from);
        }
    }

    private int next(byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new UncheckedIOException(e.toString(), new IOException(e));
        }
    }

    static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Read or given up: there is nothing left to lose.
        }
    }
}
