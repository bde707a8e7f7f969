package io.github.ddevbak.files;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Two threads for file work, and the waiting for what they do. */
final class Workers implements AutoCloseable {
    /** The files are the limit, not the hash: a third thread gained nothing. */
    private static final int THREADS = 2;

    /** Milliseconds after which one who waits looks up: at the user, and at pipes. */
    private static final long LOOK_UP = 200;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "ddevbak-files");
        thread.setDaemon(true);
        return thread;
    });
    private final BooleanSupplier cancelled;
    private final Runnable meanwhile;

    /** @param meanwhile done on the waiting thread, some times a second, while it waits */
    Workers(BooleanSupplier cancelled, Runnable meanwhile) {
        this.cancelled = cancelled;
        this.meanwhile = meanwhile;
    }

    <T> Future<T> give(Callable<T> work) {
        return threads.submit(work);
    }

    /** Waits for the result, however long it takes, unless the user wants to stop. */
    <T> T result(Future<T> given) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            // A result that is there already is handed out by get() without a look at the flag.
            throw Stopped.interrupted();
        }
        while (true) {
            try {
                return given.get(LOOK_UP, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWorking) {
                Stopped.unlessGoing(cancelled);
                PipeGuard.release();
                meanwhile.run();
            } catch (InterruptedException interrupted) {
                throw Stopped.interrupted();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof IOException why) {
                    Stopped.rethrow(why);
                }
                throw new IllegalStateException("a piece of file work failed", failed.getCause());
            }
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
