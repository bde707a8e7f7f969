package io.github.ddevbak.notice;

import io.github.ddevbak.process.Daemon;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.SecretException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One message on its way by several notices side by side; whoever waits for them does so for a bounded time. */
final class Delivery {
    private final Map<NoticeSettings, Future<Optional<String>>> going;

    private Delivery(Map<NoticeSettings, Future<Optional<String>>> going) {
        this.going = going;
    }

    static Delivery of(List<NoticeSettings> notices, Carriers carriers, Message message) {
        Map<NoticeSettings, Future<Optional<String>>> going = new LinkedHashMap<>();
        notices.forEach(notice -> going.put(notice, Daemon.call(() -> carried(notice, carriers, message))));
        return new Delivery(going);
    }

    private static Optional<String> carried(NoticeSettings notice, Carriers carriers, Message message) {
        try {
            carriers.of(notice.kind()).carry(notice, message);
            return Optional.empty();
        } catch (NoticeFailedException | SecretException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    /** What became of each, once all are done or the time is up. */
    List<Sent> await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        return going.entrySet().stream()
                .map(one -> new Sent(one.getKey(), result(one.getValue(), end - System.nanoTime(), most)))
                .toList();
    }

    private static Optional<String> result(Future<Optional<String>> carried, long nanos, Duration most) {
        try {
            return carried.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            carried.cancel(true);
            return Optional.of("it was not done within " + most.toSeconds() + " s");
        } catch (ExecutionException defect) {
            return Optional.of("this is a defect of ddevbak ("
                    + Optional.ofNullable(defect.getCause())
                            .map(cause -> cause.getClass().getSimpleName())
                            .orElse("")
                    + ")");
        } catch (InterruptedException stopped) {
            carried.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        }
    }
}
