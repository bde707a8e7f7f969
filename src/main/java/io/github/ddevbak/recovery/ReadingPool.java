package io.github.ddevbak.recovery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Reads files on several threads; only so many wait at a time, and what one of them throws comes out at the end. */
final class ReadingPool implements AutoCloseable {
    private static final int WAITING = 256;

    private final ExecutorService threads;
    private final Semaphore room = new Semaphore(WAITING);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    ReadingPool(int count) {
        threads = Executors.newFixedThreadPool(Math.max(1, count), work -> {
            Thread thread = new Thread(work, "ddevbak-verify");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A piece of work; an {@code IOException} means that all is to end. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    void give(Work work) throws IOException {
        acquire(1);
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (IOException | RuntimeException | Error stops) {
                failure.compareAndSet(null, stops);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until everything that was given is done. */
    void finish() throws IOException {
        acquire(WAITING);
        room.release(WAITING);
        Throwable stopped = failure.getAndSet(null);
        if (stopped instanceof IOException io) {
            throw io;
        }
        if (stopped != null) {
            throw new IllegalStateException("a file could not be verified", stopped);
        }
    }

    private void acquire(int permits) throws InterruptedIOException {
        try {
            room.acquire(permits);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The verification was interrupted.");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            boolean unused = threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
