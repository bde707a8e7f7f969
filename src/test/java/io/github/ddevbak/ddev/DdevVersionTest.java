package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DdevVersionTest {

    @ParameterizedTest
    @CsvSource({
        "v1.24.6, false",
        "v1.24.7, true",
        "1.24.7, true",
        "v1.24.10, true",
        "v1.25.0, true",
        "v1.25.3-12-g0a1b2c3, true",
        "v2.0.0, true",
        "v1.24.7-rc1, true",
        "v1.9.99, false",
        "v0.99.99, false"
    })
    void oneFromBefore1247IsNotSupported(String text, boolean supported) {
        assertThat(DdevVersion.parse(text).orElseThrow().supported()).isEqualTo(supported);
    }

    @Test
    void theTenthPatchIsNewerThanTheNinth() {
        assertThat(DdevVersion.parse("v1.24.10").orElseThrow())
                .isGreaterThan(DdevVersion.parse("v1.24.9").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1.25", "latest", "v1.25.x", "v99999999999.1.1", "v1.25.3 and more", "v1.25.3\u001b[0m"})
    void whatIsNoVersionIsNotTakenForOne(String text) {
        assertThat(DdevVersion.parse(text)).isEmpty();
    }
}
