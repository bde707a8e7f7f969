package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does work on two threads and hands the results back, on the caller's own thread, in the order it was given. */
final class OrderedWork<T> implements AutoCloseable {
    /** The files are the limit, not the hash: a third thread gained nothing. */
    private static final int THREADS = 2;

    /** Pieces of work given and not handed back. */
    private static final int WAITING = 256;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "ddevbak-files");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<T>> given = new ArrayDeque<>();
    private final Sink<T> sink;

    OrderedWork(Sink<T> sink) {
        this.sink = sink;
    }

    /** Takes the results. */
    @FunctionalInterface
    interface Sink<T> {
        void take(T result) throws IOException;
    }

    /** Gives a piece of work; hands back the oldest where too many wait. */
    void give(Callable<T> work) throws IOException {
        if (given.size() >= WAITING) {
            handBack();
        }
        given.add(threads.submit(work));
    }

    /** Hands everything back. */
    void finish() throws IOException {
        while (!given.isEmpty()) {
            handBack();
        }
    }

    private void handBack() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            // A result that is there already is handed out by get() without a look at the flag.
            throw Stopped.interrupted();
        }
        try {
            sink.take(given.remove().get());
        } catch (InterruptedException interrupted) {
            throw Stopped.interrupted();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a piece of file work failed", failed.getCause());
        }
    }

    /** Ends the threads, at the end or before it; one that is stuck in a read is left behind after ten seconds. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
