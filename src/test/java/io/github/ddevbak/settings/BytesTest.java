package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1024, 1024",
        "7B, 7",
        "1k, 1024",
        "1K, 1024",
        "500M, 524288000",
        "2G, 2147483648",
        "3t, 3298534883328",
        "' 2G ', 2147483648",
        "8388607T, 9223370937343148032"
    })
    void theLettersArePowersOf1024(String text, long bytes) {
        assertThat(Bytes.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "1.5G", "2GB", "2GiB", "5 0M", "9999999999999999", "8388608T", "1P", "٣M"})
    void whatIsNoSizeOrMoreThanALongHoldsIsNone(String text) {
        assertThat(Bytes.parse(text)).isEmpty();
    }
}
