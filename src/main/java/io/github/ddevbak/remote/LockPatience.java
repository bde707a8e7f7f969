package io.github.ddevbak.remote;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.ProcessResult;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits where another restic holds the repository's lock: restic itself can since 0.16 only. A lock whose restic is gone is
 * removed first, as {@code restic unlock} does.
 */
final class LockPatience {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration wait;
    private final Cancellation cancellation;

    LockPatience(Duration wait, Cancellation cancellation) {
        this.wait = wait;
        this.cancellation = cancellation;
    }

    ProcessResult run(Supplier<ProcessResult> call, Runnable unlock) {
        ProcessResult result = call.get();
        long pauses = wait.toSeconds();
        for (long pause = 0; locked(result) && pause <= pauses; pause++) {
            if (cancellation.requested() || (pause > 0 && interruptedWhilePausing())) {
                return result;
            }
            unlock.run();
            result = call.get();
        }
        return result;
    }

    private static boolean locked(ProcessResult result) {
        return !result.ok() && ResticWords.trouble(result) == RemoteTrouble.LOCKED;
    }

    private static boolean interruptedWhilePausing() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return false;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
