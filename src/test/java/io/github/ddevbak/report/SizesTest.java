package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void bytesHaveAtMostThreeDigits() {
        assertThat(Sizes.bytes(0)).isEqualTo("0 B");
        assertThat(Sizes.bytes(999)).isEqualTo("999 B");
        assertThat(Sizes.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Sizes.bytes(304_668_657)).isEqualTo("305 MB");
        assertThat(Sizes.bytes(Long.MAX_VALUE)).endsWith(" PB");
    }

    @Test
    void durationsAreToldInTheUnitsPeopleUse() {
        assertThat(Sizes.took(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(Sizes.took(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Sizes.took(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
        assertThat(Sizes.took(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    }

    @Test
    void anAgeIsToldInItsLargestUnit() {
        assertThat(Sizes.age(Duration.ofSeconds(20))).isEqualTo("just now");
        assertThat(Sizes.age(Duration.ofMinutes(90))).isEqualTo("90 min");
        assertThat(Sizes.age(Duration.ofHours(26))).isEqualTo("26 h");
        assertThat(Sizes.age(Duration.ofDays(3))).isEqualTo("3 days");
    }
}
