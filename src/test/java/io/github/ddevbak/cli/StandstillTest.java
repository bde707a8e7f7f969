package io.github.ddevbak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T16:31:05Z");

    private final Clock clock = mock(Clock.class);
    private final Standstill standstill = new Standstill(clock);

    private boolean heard(long seconds, long done) {
        when(clock.instant()).thenReturn(BEGIN.plusSeconds(seconds));
        return standstill.heard(done);
    }

    @Test
    void itIsSaidOnceAfterHalfAMinuteAndAgainOnlyWhenItWentOnMeanwhile() {
        assertThat(heard(0, 10)).isFalse();
        assertThat(heard(29, 10)).isFalse();
        assertThat(heard(30, 10)).isTrue();
        assertThat(heard(600, 10)).isFalse();
        assertThat(heard(601, 11)).isFalse();
        assertThat(heard(631, 11)).isTrue();
    }

    @Test
    void whatBeginsAnewDoesNotStand() {
        assertThat(heard(0, 0)).isFalse();
        standstill.begin();

        assertThat(heard(100, 0)).isFalse();
        assertThat(heard(130, 0)).isTrue();
    }
}
