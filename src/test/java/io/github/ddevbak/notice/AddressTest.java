package io.github.ddevbak.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://hc-ping.com/1-2, https://hc-ping.com/1-2/start?rid=x",
        "https://hc-ping.com/1-2/, https://hc-ping.com/1-2/start?rid=x",
        "https://hc.example/ping/key/slug?create=1, https://hc.example/ping/key/slug/start?create=1&rid=x",
        "http://[::1]:8000/p#there, http://[::1]:8000/p/start?rid=x",
        "https://hc.example/%2e%2e/ü, https://hc.example/%2e%2e/%C3%BC/start?rid=x"
    })
    void whatIsCalledStandsBelowTheAddressAndBeforeItsQuery(String text, String below) {
        assertThat(Address.of(text).below("start", "rid=x").toString()).isEqualTo(below);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hc-ping.com/hunter2",
                "file:///etc/hunter2",
                "ftp://example.org/hunter2",
                "https:///hunter2",
                "https://example.org/hunter2 x",
                "https://example.org/\nhunter2",
                "https://me:hunter2@example.org/"
            })
    void whatIsNoAddressIsRefusedWithoutBeingSaid(String text) {
        assertThatThrownBy(() -> Address.of(text))
                .isInstanceOf(NoticeFailedException.class)
                .hasMessageStartingWith("the address")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void lettersOfTheSchemeMayBeCapitals() {
        assertThat(Address.of("HTTPS://example.org/i").uri()).hasHost("example.org");
    }
}
