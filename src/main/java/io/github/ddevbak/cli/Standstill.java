package io.github.ddevbak.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notices when work of which one hears again and again does not go on, and says so once. */
final class Standstill {
    /** restic (0.14) tells nothing any more three quarters of a minute after its server went. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** What it may mean, and what restic (0.14) does then. */
    static final String WHY =
            "the network is slow, or the server is gone. restic tries again for up to 15 minutes before it gives up";

    private final Clock clock;
    private Instant since = Instant.MAX;
    private long last = -1;

    Standstill(Clock clock) {
        this.clock = clock;
    }

    /** Something else begins. */
    void begin() {
        last = -1;
    }

    /**
     * Hears how far the work is.
     *
     * @return true once, where it has not gone on for half a minute
     */
    boolean heard(long done) {
        if (done != last) {
            last = done;
            since = clock.instant();
            return false;
        }
        boolean stands = !clock.instant().isBefore(since.plus(LONG));
        since = stands ? Instant.MAX.minus(LONG) : since;
        return stands;
    }
}
