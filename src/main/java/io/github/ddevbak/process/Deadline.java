package io.github.ddevbak.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Bounds the time of this very program: asks it to end, and insists where it does not; closed when the work is done. */
public final class Deadline implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);

    private Deadline() {}

    /**
     * Begins to count.
     *
     * @param ask called when this long has passed
     * @param insist called when as long again as {@code rest} has passed
     */
    public static Deadline in(Duration patience, Runnable ask, Duration rest, Runnable insist) {
        Deadline deadline = new Deadline();
        Future<?> unused = Daemon.start(() -> deadline.count(patience, ask, rest, insist));
        return deadline;
    }

    private void count(Duration patience, Runnable ask, Duration rest, Runnable insist) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                ask.run();
                if (!done.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    insist.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
