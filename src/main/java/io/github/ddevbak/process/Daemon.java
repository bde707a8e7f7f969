package io.github.ddevbak.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that never keep the program from ending; used again, as each child needs three of them. */
final class Daemon {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "attends a child");
        thread.setDaemon(true);
        return thread;
    });

    private Daemon() {}

    static Future<?> start(Runnable work) {
        return THREADS.submit(work);
    }
}
