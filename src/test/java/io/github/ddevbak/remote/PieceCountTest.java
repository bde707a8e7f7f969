package io.github.ddevbak.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceCountTest {
    @Test
    void howFarResticIsStandsInItsLine() {
        assertThat(PieceCount.in("[0:01] 66.67%  14 / 21 packs")).contains(new PieceCount(14, 21));
        assertThat(PieceCount.in("[1:02:33] 100.00%  20000 / 20000 packs processed"))
                .contains(new PieceCount(20_000, 20_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "read all data",
                "[0:01] 66.67%  x / 21 packs",
                "[0:01] 66.67%  99999999999999999999 / 21 packs",
                "repository 3f2a opened (version 2)"
            })
    void whatElseItSaysIsPassedOver(String line) {
        assertThat(PieceCount.in(line)).isEmpty();
    }
}
