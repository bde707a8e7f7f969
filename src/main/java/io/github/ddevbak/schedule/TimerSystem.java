package io.github.ddevbak.schedule;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What starts a job at its time. */
public enum TimerSystem {
    LAUNCHD("launchd"),
    SYSTEMD("systemd"),
    CRON("cron");

    private final String word;

    TimerSystem(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<TimerSystem> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.word.equals(text)).findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(TimerSystem::word).collect(Collectors.joining(", "));
    }
}
