package io.github.ddevbak.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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

    /** Results in one group that need no work. */
    private static final int KNOWN = 1024;

    private final Workers workers;
    private final Deque<Group<T>> given = new ArrayDeque<>();
    private final Sink<T> sink;
    private Group<T> group = new Group<>();

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

    /** Work for one thread to do in one go, and the results among it that are there already, each at its turn. */
    private static final class Group<T> {
        private final List<Callable<T>> work = new ArrayList<>(PIECES);
        private final List<@Nullable T> turns = new ArrayList<>(PIECES);
        private long weight;
        private @Nullable Future<List<T>> done;

        boolean full() {
            return work.size() == PIECES || weight >= HEAVY || turns.size() >= KNOWN;
        }

        boolean ready() {
            return done == null || done.isDone();
        }

        List<T> call() throws Exception {
            List<T> results = new ArrayList<>(work.size());
            for (Callable<T> piece : work) {
                results.add(piece.call());
            }
            return results;
        }
    }

    /**
     * Gives a piece of work; hands back the oldest where too many wait.
     *
     * @param bytes that it is about
     */
    void give(Callable<T> work, long bytes) throws IOException {
        group.work.add(work);
        group.turns.add(null);
        group.weight += Math.min(bytes, HEAVY);
        sendWhereFull();
    }

    /** Takes the turn of a piece of work whose result is known already. */
    void known(T result) throws IOException {
        if (group.turns.isEmpty() && given.isEmpty()) {
            sink.take(result);
            return;
        }
        group.turns.add(result);
        sendWhereFull();
    }

    /** Hands everything back. */
    void finish() throws IOException {
        if (!group.turns.isEmpty()) {
            send();
        }
        while (!given.isEmpty()) {
            handBack(given.remove());
        }
    }

    private void sendWhereFull() throws IOException {
        if (group.full()) {
            send();
            while (given.size() > WAITING
                    || (!given.isEmpty() && given.element().ready())) {
                handBack(given.remove());
            }
        }
    }

    private void send() {
        Group<T> full = group;
        group = new Group<>();
        if (!full.work.isEmpty()) {
            full.done = workers.give(full::call);
        }
        given.add(full);
    }

    private void handBack(Group<T> oldest) throws IOException {
        Iterator<T> results = oldest.done == null
                ? Collections.emptyIterator()
                : workers.result(oldest.done).iterator();
        for (T known : oldest.turns) {
            sink.take(known == null ? results.next() : known);
        }
    }

    /** Ends the threads, at the end or before it. */
    @Override
    public void close() {
        workers.close();
    }
}
