package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import java.time.Duration;
import java.util.Optional;

/** What a job that nobody watches adds to a command: whether to begin at all, and when to give up for now. */
final class LaterOptions {
    final Single<String> ifOlderThan;
    final Single<String> waitForDocker;
    final Flag softFail;

    LaterOptions(Declaration declaration) {
        ifOlderThan = declaration.text(
                "--if-older-than",
                "DURATION",
                "Do nothing where the newest such run that came to its end is younger: 20h, 4d.");
        waitForDocker = declaration.text(
                "--wait-for-docker", "DURATION", "Wait this long for Docker to answer before beginning: 10m.");
        softFail = declaration.flag(
                "--soft-fail",
                "Exit 75 and do nothing where Docker does not answer or another run is at work, to be tried"
                        + " again.");
    }

    Optional<Duration> age() {
        return GlobalOptions.duration("--if-older-than", ifOlderThan.orNull(), "");
    }

    Optional<Duration> patience() {
        return GlobalOptions.duration("--wait-for-docker", waitForDocker.orNull(), "");
    }
}
