package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DdevPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits until Docker is there, for a job that fires before a laptop has wholly woken up. */
public final class DockerWait {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final DdevCli ddev;
    private final Pause pause;
    private final Clock clock;

    public DockerWait(DdevCli ddev, Pause pause, Clock clock) {
        this.ddev = ddev;
        this.pause = pause;
        this.clock = clock;
    }

    /** A while in which nothing is done. */
    @FunctionalInterface
    public interface Pause {
        /** Lets it pass; false where it was cut short. */
        boolean passed(Duration length);
    }

    /**
     * Asks until Docker answers or the time is up.
     *
     * @param most how long; zero: asks once
     * @return why Docker is not there; empty where it is, and where waiting would not help: the run itself tells that
     */
    public Optional<String> missing(Duration most) {
        Instant begin = clock.instant();
        long pauses = most.dividedBy(BETWEEN);
        for (long pause = 0; ; pause++) {
            Optional<String> missing = down(ddev.platform());
            boolean over = Duration.between(begin, clock.instant()).compareTo(most) >= 0;
            if (missing.isEmpty() || pause >= pauses || over) {
                return missing;
            }
            if (!this.pause.passed(BETWEEN)) {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> down(Answer<DdevPlatform> answer) {
        if (answer instanceof Answer.Refused<DdevPlatform> refused) {
            return refused.trouble() == Answer.Trouble.DOCKER_DOWN ? Optional.of(refused.why()) : Optional.empty();
        }
        return answer.value().flatMap(DdevPlatform::dockerError);
    }
}
