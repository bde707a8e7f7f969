package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.ScheduleFiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a schedule, from what is on record of it. Pure. */
final class ScheduleFindings {
    private ScheduleFindings() {}

    private static String hint(InstalledSchedule schedule) {
        return switch (TimerSystem.parse(schedule.system()).orElse(TimerSystem.CRON)) {
            case CRON -> "Look with 'crontab -l', and whether the daemon runs: 'service cron status'.";
            case SYSTEMD ->
                "Look with 'systemctl --user list-timers ddevbak.timer' and 'journalctl --user -u ddevbak'. A"
                        + " timer of yours runs while you are logged in, and always after 'loginctl enable-linger $USER'.";
            case LAUNCHD -> "Look with 'launchctl print gui/$(id -u)/" + LaunchdText.LABEL + "'.";
        };
    }

    /**
     * Whether it fires, and whether what it fires comes to anything.
     *
     * @param newest the newest run over every project that came to its end
     */
    static List<Finding> alive(
            InstalledSchedule schedule, Optional<ScheduleFiring> firing, Optional<RunRecord> newest, Instant now) {
        String name = "the schedule (" + schedule.system() + ", " + schedule.rhythm() + ")";
        Duration interval = schedule.interval();
        if (firing.isEmpty()) {
            boolean late = Duration.between(schedule.installed(), now)
                            .compareTo(interval.multipliedBy(5).dividedBy(4))
                    > 0;
            return late
                    ? List.of(Finding.warning(
                            "schedule.never-run",
                            name + " was installed at " + schedule.installed() + " and has never started its job",
                            hint(schedule)))
                    : List.of();
        }
        long missed = Duration.between(firing.get().at(), now).dividedBy(interval);
        if (missed >= 2) {
            return List.of(Finding.warning(
                    "schedule.missed",
                    name + " last started its job at " + firing.get().at() + "; about " + missed
                            + " times have passed since",
                    hint(schedule)));
        }
        Instant good = newest.map(RunRecord::started).orElse(schedule.installed());
        boolean waits = !firing.get().ran()
                && Duration.between(good, now)
                                .compareTo(interval.multipliedBy(3).dividedBy(2))
                        > 0;
        return waits
                ? List.of(Finding.warning(
                        "schedule.waiting",
                        name + " could do nothing at " + firing.get().at() + ": "
                                + firing.get().why(),
                        "Start Docker, and run 'ddevbak all' once by hand."))
                : List.of();
    }

    /** Whether what was installed is still there. */
    static List<Finding> intact(
            InstalledSchedule schedule, Map<String, String> present, Optional<String> asleep, boolean programThere) {
        List<Finding> findings = new ArrayList<>();
        schedule.texts().forEach((where, text) -> {
            String now = present.getOrDefault(where, "");
            if (now.isEmpty()) {
                findings.add(
                        Finding.warning(
                                "schedule.lost",
                                "what the schedule wrote into " + where + " is gone",
                                "Install it again with 'ddevbak schedule install', or forget it with 'ddevbak schedule remove'."));
            } else if (!now.equals(text)) {
                findings.add(Finding.warning(
                        "schedule.changed",
                        "what the schedule wrote into " + where + " was changed since",
                        "See 'ddevbak schedule show'; 'ddevbak schedule install' writes it anew."));
            }
        });
        if (findings.isEmpty()) {
            asleep.ifPresent(why -> findings.add(
                    Finding.warning("schedule.lost", why, "Install it again with 'ddevbak schedule install'.")));
        }
        if (!programThere) {
            findings.add(Finding.warning(
                    "schedule.lost",
                    "the program that the schedule runs, " + schedule.command().get(0) + ", is gone",
                    "Install the schedule again from where ddevbak is now."));
        }
        return findings;
    }
}
