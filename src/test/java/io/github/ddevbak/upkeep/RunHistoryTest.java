package io.github.ddevbak.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");

    private static RunRecord run(Duration ago, int exitCode) {
        Instant started = NOW.minus(ago);
        String id = started.toString().replaceAll("[-:]", "");
        return new RunRecord(RunRecord.SCHEMA, id, "all", started, started, exitCode, Map.of(), List.of(), List.of());
    }

    private static List<RunRecord> daily(int newest, int runs) {
        List<RunRecord> daily = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            daily.add(run(Duration.ofDays(newest + i), 0));
        }
        return daily;
    }

    private static List<String> codes(List<RunRecord> runs, Optional<Duration> expected) {
        return RunHistory.findings(runs, expected, false, NOW).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void noRunOnRecordIsTold() {
        assertThat(codes(List.of(), Optional.empty())).containsExactly("status.no-run");
    }

    @Test
    void aRunThatFailedIsToldWithItsExitCode() {
        List<Finding> told = RunHistory.findings(List.of(run(Duration.ofHours(1), 10)), Optional.empty(), false, NOW);

        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("status.run-failed");
            assertThat(finding.sentence()).contains("20261122T153105Z", "exit code 10");
        });
    }

    @Test
    void aRunThatWasStoppedBySignalIsInterruptedAndNotFailed() {
        assertThat(codes(List.of(run(Duration.ofHours(1), 143)), Optional.empty()))
                .containsExactly("status.run-interrupted");
    }

    @Test
    void aRunThatFoundALossIsDone() {
        assertThat(codes(List.of(run(Duration.ofHours(1), 3)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void anOlderFailureThatANewRunMadeGoodIsNotTold() {
        assertThat(codes(List.of(run(Duration.ofHours(1), 0), run(Duration.ofHours(2), 1)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void runsThatCameDailyAndStoppedThreeDaysAgoAreMissed() {
        List<Finding> told = RunHistory.findings(daily(3, 5), Optional.empty(), false, NOW);

        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("status.run-missed");
            assertThat(finding.sentence()).contains("about 3 runs", "20261119T163105Z");
        });
    }

    @Test
    void oneLateRunIsNotMissed() {
        assertThat(codes(daily(1, 5), Optional.empty())).isEmpty();
    }

    @Test
    void threeRunsAreTooFewToTellHowOftenTheyCome() {
        assertThat(codes(daily(9, 3), Optional.empty())).isEmpty();
    }

    @Test
    void whatTheUserExpectsCountsMoreThanWhatWasUsual() {
        assertThat(codes(daily(3, 5), Optional.of(Duration.ofDays(7)))).isEmpty();
        assertThat(codes(daily(3, 1), Optional.of(Duration.ofHours(26)))).containsExactly("status.run-missed");
    }

    private static List<RunRecord> hoursAgo(int... hours) {
        return Arrays.stream(hours)
                .mapToObj(ago -> run(Duration.ofHours(ago), 0))
                .toList();
    }

    @Test
    void onMondayMorningARunOnWorkdaysHasMissedNothingAndOnTuesdayItHas() {
        int[] workdays = {70, 94, 118, 142, 166, 238, 262, 286, 310, 334, 406};
        int[] aDayLater = Arrays.stream(workdays).map(hours -> hours + 24).toArray();

        assertThat(codes(hoursAgo(workdays), Optional.empty())).isEmpty();
        assertThat(codes(hoursAgo(aDayLater), Optional.empty())).containsExactly("status.run-missed");
    }

    @Test
    void onePauseAmongDailyRunsMakesNoPauseUsual() {
        assertThat(codes(hoursAgo(96, 120, 144, 384, 408, 432), Optional.empty()))
                .containsExactly("status.run-missed");
    }

    @Test
    void runsThatComeAtNoUsualTimesAreOfAPersonAndTellNothing() {
        assertThat(codes(hoursAgo(900, 901, 906, 978, 998, 1004), Optional.empty()))
                .isEmpty();
    }

    @Test
    void runsByTheMinuteAreOfAPersonAndTellNothing() {
        List<RunRecord> byHand = new ArrayList<>();
        for (int minute = 600; minute < 604; minute++) {
            byHand.add(run(Duration.ofMinutes(minute), 0));
        }

        assertThat(codes(byHand, Optional.empty())).isEmpty();
    }

    @Test
    void runsAtTheSameSecondAndAClockThatWentBackTellNothing() {
        assertThat(codes(hoursAgo(5, 5, 5, 5), Optional.empty())).isEmpty();
        assertThat(codes(hoursAgo(-9, -9, -8, -7), Optional.empty())).isEmpty();
        assertThat(codes(hoursAgo(-9), Optional.of(Duration.ZERO))).isEmpty();
    }
}
