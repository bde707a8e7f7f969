package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Does work on two threads and hands the results back, on the caller's own thread, in the order it was given. Small
 * pieces go to a thread together: waking it for each of them takes longer than reading a small file.
 */
final class OrderedWork<T> implements AutoCloseable {
    /** Groups of work given and not handed back. */
    private static final int WAITING = 16;

    /** Pieces of one group. */
    private static final int PIECES = 32;

    /** Weight from which on a group is large enough. */
    private static final long HEAVY = 1 << 20;

    private final Workers workers;
    private final Deque<Future<List<T>>> given = new ArrayDeque<>();
    private final Sink<T> sink;
    private List<Callable<T>> group = new ArrayList<>(PIECES);
    private long weight;

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

    /**
     * Gives a piece of work; hands back the oldest where too many wait.
     *
     * @param bytes that it is about
     */
    void give(Callable<T> work, long bytes) throws IOException {
        group.add(work);
        weight += Math.min(bytes, HEAVY);
        if (group.size() == PIECES || weight >= HEAVY) {
            send();
        }
    }

    /** Takes the turn of a piece of work whose result is known already. */
    void known(T result) throws IOException {
        if (group.isEmpty()) {
            while (!given.isEmpty() && given.element().isDone()) {
                handBack();
            }
            if (given.isEmpty()) {
                sink.take(result);
                return;
            }
        }
        give(() -> result, 0);
    }

    /** Hands everything back. */
    void finish() throws IOException {
        if (!group.isEmpty()) {
            send();
        }
        while (!given.isEmpty()) {
            handBack();
        }
    }

    private void send() throws IOException {
        if (given.size() >= WAITING) {
            handBack();
        }
        List<Callable<T>> work = group;
        group = new ArrayList<>(PIECES);
        weight = 0;
        given.add(workers.give(() -> done(work)));
    }

    private static <T> List<T> done(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>(work.size());
        for (Callable<T> piece : work) {
            results.add(piece.call());
        }
        return results;
    }

    private void handBack() throws IOException {
        for (T result : workers.result(given.remove())) {
            sink.take(result);
        }
    }

    /** Ends the threads, at the end or before it. */
    @Override
    public void close() {
        workers.close();
    }
}
