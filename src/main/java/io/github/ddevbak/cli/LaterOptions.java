package io.github.ddevbak.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a job that nobody watches adds to a command: whether to begin at all, and when to give up for now. */
final class LaterOptions {
    @Option(
            names = "--if-older-than",
            paramLabel = "DURATION",
            description = "Do nothing where the newest such run that came to its end is younger: 20h, 4d.")
    @Nullable
    String ifOlderThan;

    @Option(
            names = "--wait-for-docker",
            paramLabel = "DURATION",
            description = "Wait this long for Docker to answer before beginning: 10m.")
    @Nullable
    String waitForDocker;

    @Option(
            names = "--soft-fail",
            description = "Exit 75 and do nothing where Docker does not answer or another run is at work, to be tried"
                    + " again.")
    boolean softFail;

    Optional<Duration> age() {
        return GlobalOptions.duration("--if-older-than", ifOlderThan, "");
    }

    Optional<Duration> patience() {
        return GlobalOptions.duration("--wait-for-docker", waitForDocker, "");
    }
}
