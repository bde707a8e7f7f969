package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5H, less than a minute",
        "PT59S, less than a minute",
        "PT1M, 1 minute",
        "PT119M, 119 minutes",
        "PT2H, 2 hours",
        "PT47H59M, 47 hours",
        "P2D, 2 days",
        "P400D, 400 days",
    })
    void anAgeIsSaidInTheUnitThatFits(Duration age, String words) {
        Instant now = Instant.parse("2026-03-10T12:00:00Z");

        assertThat(Words.age(now.minus(age), now)).isEqualTo(words);
    }

    @Test
    void numbersTakeTheRightPlural() {
        assertThat(List.of(
                        Words.count(1, "branch"),
                        Words.count(2, "branch"),
                        Words.count(0, "path"),
                        Words.count(2, "stash")))
                .containsExactly("1 branch", "2 branches", "0 paths", "2 stashes");
    }

    @Test
    void manyNamesAreExamples() {
        assertThat(Words.names(List.of("a", "b", "c"))).isEqualTo(": a, b, c");
        assertThat(Words.names(List.of("a", "b", "c", "d"))).isEqualTo(", for example a, b, c");
    }
}
