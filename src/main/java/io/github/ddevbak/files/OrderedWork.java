package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Does work on two threads and hands the results back, on the caller's own thread, in the order it was given. */
final class OrderedWork<T> implements AutoCloseable {
    /** Pieces of work given and not handed back. */
    private static final int WAITING = 512;

    private final Workers workers;
    private final Deque<Future<T>> given = new ArrayDeque<>();
    private final Sink<T> sink;

    OrderedWork(Sink<T> sink) {
        this(sink, () -> false, () -> {});
    }

    /** @param meanwhile done on the caller's thread, some times a second, while it waits for a result */
    OrderedWork(Sink<T> sink, BooleanSupplier cancelled, Runnable meanwhile) {
        this.sink = sink;
        this.workers = new Workers(cancelled, meanwhile);
    }

    /** Takes the results. */
    @FunctionalInterface
    interface Sink<T> {
        void take(T result) throws IOException;
    }

    /** Gives a piece of work; hands back the oldest where too many wait. */
    void give(Callable<T> work) throws IOException {
        makeRoom();
        given.add(workers.give(work));
    }

    /** Takes the turn of a piece of work whose result is known already. */
    void known(T result) throws IOException {
        while (!given.isEmpty() && given.element().isDone()) {
            handBack();
        }
        if (given.isEmpty()) {
            sink.take(result);
            return;
        }
        makeRoom();
        given.add(CompletableFuture.completedFuture(result));
    }

    /** Hands everything back. */
    void finish() throws IOException {
        while (!given.isEmpty()) {
            handBack();
        }
    }

    private void makeRoom() throws IOException {
        if (given.size() >= WAITING) {
            handBack();
        }
    }

    private void handBack() throws IOException {
        sink.take(workers.result(given.remove()));
    }

    /** Ends the threads, at the end or before it. */
    @Override
    public void close() {
        workers.close();
    }
}
