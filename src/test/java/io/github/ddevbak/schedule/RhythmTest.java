package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    @Test
    void daysAndTimesAreReadAsPeopleWriteThem() {
        assertThat(Rhythm.daily("7:05")).isEqualTo(new Rhythm.Daily(LocalTime.of(7, 5)));
        assertThat(Rhythm.weekly("Sunday 12:30")).isEqualTo(new Rhythm.Weekly(DayOfWeek.SUNDAY, LocalTime.of(12, 30)));
        assertThat(Rhythm.weekly("fri@0:00")).isEqualTo(new Rhythm.Weekly(DayOfWeek.FRIDAY, LocalTime.of(0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "12:60", "12", "12:3", "noon", "12:30:00", "1\n2:30"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Rhythm.daily(text)).isInstanceOf(ScheduleRefusedException.class);
        assertThatThrownBy(() -> Rhythm.weekly("sun " + text)).isInstanceOf(ScheduleRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"su 12:30", "sund 12:30", "12:30", "day 12:30"})
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> Rhythm.weekly(text)).isInstanceOf(ScheduleRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT7M", "PT90M", "PT5H", "PT24H", "PT30S", "PT0S", "PT61S"})
    void distancesThatDivideNeitherAnHourNorADayAreRefused(String text) {
        assertThatThrownBy(() -> new Rhythm.Every(Duration.parse(text)))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("--daily");
    }

    @Test
    void aRunThatCameLateDoesNotCostTheNextOne() {
        for (Rhythm rhythm : List.of(Jobs.DAILY, Jobs.WEEKLY, Jobs.every("1M"), Jobs.every("1H"), Jobs.every("12H"))) {
            assertThat(rhythm.fresh()).as(rhythm.words()).isLessThan(rhythm.interval());
            assertThat(rhythm.fresh())
                    .as(rhythm.words())
                    .isGreaterThan(rhythm.interval().dividedBy(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M", "15M", "1H", "2H", "3H", "6H", "12H"})
    void aJobThatIsStartedMoreOftenRunsAtTheDistanceThatWasAskedFor(String distance) {
        Rhythm rhythm = Jobs.every(distance);
        Duration step = Duration.ofMinutes(rhythm.moments().get(0).step());
        List<Long> ran = new ArrayList<>(List.of(0L));
        for (long start = 1; start <= 100; start++) {
            // One begins a few seconds late, the next does not.
            Duration since = step.multipliedBy(start - ran.get(ran.size() - 1)).minusSeconds(start % 4);
            if (since.compareTo(rhythm.freshAtMoments()) >= 0) {
                ran.add(start);
            }
        }

        long apart = rhythm.interval().dividedBy(step);
        assertThat(ran).allMatch(start -> start % apart == 0).hasSize((int) (100 / apart) + 1);
    }
}
