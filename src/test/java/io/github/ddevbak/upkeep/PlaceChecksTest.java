package io.github.ddevbak.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceChecksTest {
    @Test
    void spaceThatTheSystemDoesNotTellIsNoNumber() {
        assertThat(PlaceChecks.free(Long.MAX_VALUE)).isEqualTo("free space not known");
        assertThat(PlaceChecks.free(7_900_000)).isEqualTo("7 MB free");
    }
}
