package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerWaitTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String UP =
            "{\"level\":\"info\",\"msg\":\"\",\"raw\":{\"DDEV version\":\"v1.25.3\",\"docker\":\"28.5.2\","
                    + "\"docker-platform\":\"linux-docker\"}}\n";
    private static final String DOWN =
            "{\"level\":\"info\",\"msg\":\"\",\"raw\":{\"DDEV version\":\"v1.25.3\",\"docker\":\"error\","
                    + "\"docker-platform\":\"error\"}}\n";
    private static final ProcessResult REFUSED = ProcessResult.exited(
            1, DOWN, "{\"level\":\"fatal\",\"msg\":\"Could not connect to a Docker provider.\"}\n");

    private final List<Duration> paused = new ArrayList<>();
    private int asked;

    private DockerWait wait(int downFor, boolean undisturbed) {
        ProcessRunner ddev = call -> ++asked > downFor ? ProcessResult.exited(0, UP, "") : REFUSED;
        return new DockerWait(
                new DdevCli(ddev, Duration.ofMinutes(1)),
                length -> {
                    paused.add(length);
                    return undisturbed;
                },
                CLOCK);
    }

    @Test
    void aDockerThatComesUpInTimeIsNotMissed() {
        assertThat(wait(3, true).missing(Duration.ofMinutes(1))).isEmpty();
        assertThat(paused).hasSize(3);
    }

    @Test
    void aDockerThatDoesNotIsMissedOnceTheTimeIsUp() {
        assertThat(wait(100, true).missing(Duration.ofMinutes(1))).isPresent();
        assertThat(paused).hasSize(6);
    }

    @Test
    void withoutPatienceItIsAskedOnce() {
        assertThat(wait(100, true).missing(Duration.ZERO)).isPresent();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aCancellationEndsTheWaitingAndLeavesTheRestToTheRun() {
        assertThat(wait(100, false).missing(Duration.ofMinutes(1))).isEmpty();
        assertThat(paused).hasSize(1);
    }

    @Test
    void aDdevThatIsNotThereIsNotWaitedFor() {
        DockerWait wait = new DockerWait(
                new DdevCli(
                        call -> new ProcessResult(new Ending.NotStarted("no ddev"), "", false, "", Duration.ZERO),
                        Duration.ofMinutes(1)),
                length -> {
                    throw new AssertionError("nobody waits");
                },
                CLOCK);

        assertThat(wait.missing(Duration.ofMinutes(1))).isEmpty();
    }
}
