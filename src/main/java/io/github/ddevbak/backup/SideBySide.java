package io.github.ddevbak.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same to several things at once, and hands on what came of each in their order, on the caller's thread. */
final class SideBySide {
    private final int threads;
    private final BooleanSupplier stop;

    /** Where it shall stop, what has not begun is left out. */
    SideBySide(int threads, BooleanSupplier stop) {
        this.threads = threads;
        this.stop = stop;
    }

    /** Tells each as its turn comes, then takes its result; what the work throws is thrown here, and ends the rest. */
    <T, R> void each(List<T> things, Function<T, R> work, Consumer<T> turn, Consumer<R> taker) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, Math.max(1, things.size())), task -> {
            Thread thread = new Thread(task, "side by side");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Optional<R>>> results = new ArrayList<>();
            for (T thing : things) {
                results.add(pool.submit(() -> stop.getAsBoolean() ? Optional.empty() : Optional.of(work.apply(thing))));
            }
            for (int i = 0; i < things.size() && !stop.getAsBoolean(); i++) {
                turn.accept(things.get(i));
                result(results.get(i)).ifPresent(taker);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> Optional<R> result(Future<Optional<R>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
