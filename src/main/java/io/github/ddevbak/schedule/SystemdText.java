package io.github.ddevbak.schedule;

import io.github.ddevbak.settings.Durations;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A job as two units of systemd's user manager (systemd.service(5), systemd.timer(5), version 240 and newer). Pure. */
final class SystemdText {
    private static final Duration MOST_JITTER = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofHours(12);
    private static final int TRIES = 30;

    private SystemdText() {}

    static String service(Job job) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Timers.MARK).append('\n');
        text.append("[Unit]\nDescription=Checked backups of all DDEV projects\n");
        // Tried again while Docker is not there, up to half a day; the timer's own starts are counted too.
        text.append("StartLimitIntervalSec=")
                .append(WINDOW.toHours())
                .append("h\nStartLimitBurst=")
                .append(TRIES + WINDOW.dividedBy(job.rhythm().interval()))
                .append("\n\n");
        text.append("[Service]\nType=simple\n");
        job.environment()
                .forEach((name, value) -> text.append("Environment=")
                        .append(quoted(name + "=" + value))
                        .append('\n'));
        text.append("ExecStart=")
                .append(job.command().stream()
                        .map(word -> word.equals(job.command().get(0)) ? quoted(word) : argument(word))
                        .collect(Collectors.joining(" ")))
                .append('\n');
        // 3 is a run that did its work and found something that would be lost, 143 one that was told to stop; 75 alone
        // is tried again. While it waits for that, the timer starts nothing.
        text.append("SuccessExitStatus=3 143\nRestart=on-failure\nRestartSec=")
                .append(Durations.shorter(PAUSE, job.rhythm().interval()).toMinutes())
                .append("min\n");
        text.append("RestartPreventExitStatus=1 2 4 5 10 11 12 130 143 SIGTERM SIGKILL SIGHUP SIGINT\n");
        // What ddev leaves running for a project goes on; ddevbak ends its own children.
        text.append("KillMode=process\nTimeoutStopSec=5min\nNice=10\n");
        return text.toString();
    }

    static String timer(Job job) {
        return "# " + Timers.MARK + "\n[Unit]\nDescription=Checked backups of all DDEV projects, "
                + job.rhythm().words() + "\n\n[Timer]\nOnCalendar=" + calendar(job.rhythm())
                + "\nPersistent=true\nRandomizedDelaySec=" + jitter(job.rhythm())
                + "s\n\n[Install]\nWantedBy=timers.target\n";
    }

    private static long jitter(Rhythm rhythm) {
        return Durations.shorter(MOST_JITTER, rhythm.interval().dividedBy(12)).toSeconds();
    }

    private static String calendar(Rhythm rhythm) {
        if (rhythm instanceof Rhythm.Daily daily) {
            return "*-*-* " + daily.at() + ":00";
        }
        if (rhythm instanceof Rhythm.Weekly weekly) {
            return day(weekly.day()) + " *-*-* " + weekly.at() + ":00";
        }
        long minutes = rhythm.interval().toMinutes();
        return minutes < 60 ? "*-*-* *:00/" + minutes + ":00" : "*-*-* 00/" + minutes / 60 + ":00:00";
    }

    private static String day(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** An argument, in which systemd would replace variables; it does so nowhere else. */
    private static String argument(String word) {
        return quoted(word.replace("$", "$$"));
    }

    private static String quoted(String word) {
        String literal = word.replace("%", "%%");
        return literal.matches("[A-Za-z0-9_./:=@%+-]+")
                ? literal
                : '"' + literal.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
