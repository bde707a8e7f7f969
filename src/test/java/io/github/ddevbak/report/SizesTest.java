package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1 000", "12345, 12 345", "1000000, 1 000 000", "-1000, -1 000", "-100, -100"
    })
    void thousandsStandApart(long number, String text) {
        assertThat(Sizes.count(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 s left",
        "59, 59 s left",
        "60, 1 min left",
        "61, 2 min left",
        "3600, 1 h left",
        "7801, 2 h 11 min left"
    })
    void whatIsLeftIsSaidInTheUnitsThatMatter(long seconds, String text) {
        assertThat(Sizes.left(seconds)).isEqualTo(text);
    }
}
