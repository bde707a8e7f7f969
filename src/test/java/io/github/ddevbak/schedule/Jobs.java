package io.github.ddevbak.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Jobs for tests: a plain one, and one whose paths hold all that a system could read otherwise. */
final class Jobs {
    static final Rhythm DAILY = new Rhythm.Daily(LocalTime.of(12, 30));
    static final Rhythm WEEKLY = new Rhythm.Weekly(DayOfWeek.SATURDAY, LocalTime.of(22, 5));

    private static final String ODD = "/home/o'brien & <sons>/100% \"ü\" $HOME";

    private Jobs() {}

    static Rhythm every(String text) {
        return new Rhythm.Every(Duration.parse("PT" + text));
    }

    static Job plain(Rhythm rhythm) {
        return new Job(
                rhythm,
                List.of("/usr/local/bin/ddevbak", "all", "--quiet", "--soft-fail", "--if-older-than", "20h"),
                Map.of(
                        "HOME", "/home/ada",
                        "JAVA_HOME", "/usr/lib/jvm/java-17-openjdk-amd64",
                        "PATH", "/usr/local/bin:/usr/bin:/bin",
                        "DDEVBAK_SCHEDULED", "cron"),
                "/home/ada/.local/state/ddevbak/schedule/job.log");
    }

    static Job odd(Rhythm rhythm) {
        return new Job(
                rhythm,
                List.of(ODD + "/ddevbak", "all", "--dest", ODD + "/sets", "--exclude", ";"),
                Map.of("HOME", ODD, "DDEVBAK_NOTE", "a 'b' \"c\" \\d %e $f `g` !h #i ;j\u00e4"),
                ODD + "/job.log");
    }

    static String oddFolder() {
        return ODD;
    }
}
