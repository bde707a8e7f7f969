package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.ScheduleFiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleFindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");

    private static InstalledSchedule daily(Duration ago) {
        return new InstalledSchedule(
                InstalledSchedule.SCHEMA,
                "cron",
                "daily 12:30",
                86_400,
                NOW.minus(ago),
                "/sets",
                List.of("/usr/local/bin/ddevbak", "all"),
                Map.of(),
                Map.of("crontab", "block"));
    }

    private static Optional<RunRecord> run(Duration ago) {
        return Optional.of(new RunRecord(
                RunRecord.SCHEMA,
                "20261122T163105Z",
                "all",
                NOW.minus(ago),
                NOW.minus(ago),
                0,
                Map.of(),
                List.of(),
                List.of()));
    }

    private static List<String> alive(Duration installed, Optional<ScheduleFiring> firing, Optional<RunRecord> run) {
        return ScheduleFindings.alive(daily(installed), firing, run, NOW).stream()
                .map(Finding::code)
                .toList();
    }

    private static Optional<ScheduleFiring> fired(Duration ago) {
        return Optional.of(ScheduleFiring.done(NOW.minus(ago)));
    }

    private static Optional<ScheduleFiring> waited(Duration ago) {
        return Optional.of(ScheduleFiring.later(NOW.minus(ago), "Docker does not answer"));
    }

    @Test
    void aNewScheduleHasTimeToFire() {
        assertThat(alive(Duration.ofHours(29), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aScheduleThatNeverFiredIsToldThoughRunsWereMadeByHand() {
        assertThat(alive(Duration.ofHours(31), Optional.empty(), run(Duration.ofHours(1))))
                .containsExactly("schedule.never-run");
    }

    @Test
    void aScheduleThatNoLongerFiresIsTold() {
        assertThat(alive(Duration.ofDays(9), fired(Duration.ofHours(47)), run(Duration.ofHours(47))))
                .isEmpty();
        assertThat(alive(Duration.ofDays(9), fired(Duration.ofHours(49)), run(Duration.ofHours(1))))
                .containsExactly("schedule.missed");
    }

    @Test
    void aScheduleThatOnlyWaitsForDockerIsToldOnceARunIsDue() {
        assertThat(alive(Duration.ofDays(9), waited(Duration.ofHours(1)), run(Duration.ofHours(25))))
                .isEmpty();
        assertThat(alive(Duration.ofDays(9), waited(Duration.ofHours(1)), run(Duration.ofHours(37))))
                .containsExactly("schedule.waiting");
        assertThat(alive(Duration.ofDays(9), waited(Duration.ofHours(1)), Optional.empty()))
                .containsExactly("schedule.waiting");
    }

    @Test
    void whatIsNoLongerAsItWasWrittenIsTold() {
        InstalledSchedule schedule = daily(Duration.ZERO);

        assertThat(codes(schedule, Map.of("crontab", "block"), Optional.empty(), true))
                .isEmpty();
        assertThat(codes(schedule, Map.of(), Optional.empty(), true)).containsExactly("schedule.lost");
        assertThat(codes(schedule, Map.of("crontab", "other"), Optional.empty(), true))
                .containsExactly("schedule.changed");
        assertThat(codes(schedule, Map.of("crontab", "block"), Optional.of("it sleeps"), true))
                .containsExactly("schedule.lost");
        assertThat(codes(schedule, Map.of("crontab", "block"), Optional.empty(), false))
                .containsExactly("schedule.lost");
    }

    private static List<String> codes(
            InstalledSchedule schedule, Map<String, String> present, Optional<String> asleep, boolean program) {
        return ScheduleFindings.intact(schedule, present, asleep, program).stream()
                .map(Finding::code)
                .toList();
    }
}
