package io.github.ddevbak.recovery;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Counts what all threads read, tells it, and ends the reading where the user wants to stop. */
final class ReadMeter {
    private final VerifyListener listener;
    private final BooleanSupplier cancelled;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final long ofBytes;

    ReadMeter(VerifyListener listener, BooleanSupplier cancelled, long ofBytes) {
        this.listener = listener;
        this.cancelled = cancelled;
        this.ofBytes = ofBytes;
    }

    /** So many bytes more. */
    void read(long more) throws InterruptedIOException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedIOException("The verification was cancelled.");
        }
        listener.read(files.get(), bytes.addAndGet(more), ofBytes);
    }

    void file() {
        files.incrementAndGet();
    }

    BooleanSupplier cancelled() {
        return cancelled;
    }

    SetInput metered(InputStream in) {
        return new SetInput(in, this);
    }
}
