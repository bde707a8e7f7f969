package io.github.ddevbak.process;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that never keep the program from ending; used again, as each child needs three of them. */
public final class Daemon {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "attends");
        thread.setDaemon(true);
        return thread;
    });

    private Daemon() {}

    /** Work that has a result, for a caller who does not wait for it for ever. */
    public static <T> Future<T> call(Callable<T> work) {
        return THREADS.submit(work);
    }

    static Future<?> start(Runnable work) {
        return THREADS.submit(work);
    }
}
