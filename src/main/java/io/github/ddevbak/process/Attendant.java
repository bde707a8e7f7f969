package io.github.ddevbak.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees one child to its end on the calling thread. What happens on other threads (bytes came, a stream ended, the child
 * ended, the user asked to stop) arrives here as news, in the order in which it happened.
 */
final class Attendant {
    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);

    /** Silence is counted in steps that passed here, so that a ddevbak that was suspended does not take it for silence. */
    private static final long STEP = Duration.ofMillis(50).toNanos();

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int ROUNDS = 3;

    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
    private final ProcessTree tree;
    private final boolean sheltered;
    private final Patience patience;

    private int openStreams;
    private OptionalInt code = OptionalInt.empty();
    private long clockStart = System.nanoTime();
    private @Nullable Ending verdict;
    private boolean interrupted;

    Attendant(ProcessTree tree, boolean sheltered, Patience patience) {
        this.tree = tree;
        this.sheltered = sheltered;
        this.patience = patience;
    }

    /** Says how many streams have to end before the child is done with. */
    void expectStreams(int count) {
        openStreams = count;
    }

    /** From any thread: a stream has ended. */
    void streamEnded() {
        news.add(() -> openStreams--);
    }

    /** From any thread: the child has ended. */
    void childEnded(int exitCode) {
        news.add(() -> {
            code = OptionalInt.of(exitCode);
            clockStart = System.nanoTime();
        });
    }

    /** From any thread: the child shall be ended, and this is why; the first reason counts. */
    void endBecause(Ending why) {
        news.add(() -> decide(why));
    }

    /** From any thread: bytes for the sink, and how to hand the buffer back. */
    void bytesCame(byte[] buffer, int length, OutputStream sink, Runnable giveBack) {
        news.add(() -> {
            take(buffer, length, sink);
            giveBack.run();
        });
    }

    /** Waits, and ends the tree where it must; on return the interrupt flag is as it was, or set if it came meanwhile. */
    Ending attend(Duration timeout) {
        interrupted = Thread.interrupted();
        try {
            watch(timeout);
            if (verdict != null) {
                endTree();
            }
            return verdict != null ? verdict : new Ending.Exited(code.orElseThrow());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Until the child and its streams have ended, or only silence comes after it, or there is a reason to end it. */
    private void watch(Duration timeout) {
        long allowed = (timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST).toNanos();
        long silence = 0;
        while (verdict == null && !settled() && silence < patience.quiet().toNanos()) {
            boolean ended = code.isPresent() || !tree.child().isAlive();
            // Runs anew once the child has ended: then it is for what others still write to the child's streams.
            long left = allowed - (System.nanoTime() - clockStart);
            if (left <= 0 && (code.isPresent() || !ended)) {
                decide(new Ending.TimedOut(timeout));
            } else if (hear(ended ? STEP : left)) {
                silence = 0;
            } else if (ended) {
                silence += STEP;
            }
        }
    }

    private boolean settled() {
        return code.isPresent() && openStreams == 0;
    }

    private void endTree() {
        tree.ask();
        hearUntil(() -> !tree.alive(), patience.grace());
        for (int round = 0; round < ROUNDS && (round == 0 || tree.alive()); round++) {
            tree.insist();
            hearUntil(() -> settled() && !tree.alive(), patience.quiet());
        }
    }

    /** Streams are drained meanwhile: a child that cannot write its last words may not get to its end. */
    private void hearUntil(BooleanSupplier enough, Duration atMost) {
        long begun = System.nanoTime();
        while (!enough.getAsBoolean() && System.nanoTime() - begun < atMost.toNanos()) {
            hear(STEP);
        }
    }

    /** Handles one piece of news; false where none came in time. */
    private boolean hear(long nanos) {
        try {
            Runnable one = news.poll(nanos, TimeUnit.NANOSECONDS);
            if (one != null) {
                one.run();
            }
            return one != null;
        } catch (InterruptedException e) {
            interrupted = true;
            if (!sheltered) {
                decide(new Ending.Cancelled());
            }
            return true;
        }
    }

    private void decide(Ending why) {
        verdict = verdict == null ? why : verdict;
    }

    private void take(byte[] buffer, int length, OutputStream sink) {
        if (verdict != null) {
            return;
        }
        try {
            sink.write(buffer, 0, length);
        } catch (IOException | RuntimeException e) {
            LOG.debug("output refused", e);
            // An interrupt closes file channels under the sink: then the user's wish is the reason, not the disk.
            boolean stopped = Thread.currentThread().isInterrupted() && !sheltered;
            String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            decide(
                    stopped
                            ? new Ending.Cancelled()
                            : new Ending.OutputRefused("its output could not be taken: " + why));
        }
    }
}
