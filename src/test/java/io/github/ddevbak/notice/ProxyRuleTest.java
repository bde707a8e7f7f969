package io.github.ddevbak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRuleTest {
    @ParameterizedTest
    @CsvSource({
        "https_proxy, http://proxy.example:3128, , https://hc-ping.com/x, proxy.example:3128",
        "HTTPS_PROXY, proxy.example:3128, , https://hc-ping.com/x, proxy.example:3128",
        "all_proxy, http://proxy.example, , https://hc-ping.com/x, proxy.example:80",
        "http_proxy, http://proxy.example:1, , https://hc-ping.com/x, ",
        "HTTP_PROXY, http://proxy.example:1, , http://hc-ping.com/x, ",
        "http_proxy, http://proxy.example:1, , http://hc-ping.com/x, proxy.example:1",
        "https_proxy, http://proxy.example:1, '.com, x', https://hc-ping.com/x, ",
        "https_proxy, http://proxy.example:1, hc-ping.com, https://HC-Ping.com/x, ",
        "https_proxy, http://proxy.example:1, ping.com, https://hc-ping.com/x, proxy.example:1",
        "https_proxy, http://proxy.example:1, *, https://hc-ping.com/x, ",
        "https_proxy, 'not a proxy', , https://hc-ping.com/x, "
    })
    void theProxyIsTheOneThatTheEnvironmentNamesForTheAddress(
            String variable, String value, String without, String address, String expected) {
        ProxyRule rule = new ProxyRule(Map.of(variable, value, "no_proxy", without == null ? "" : without));

        Proxy proxy = rule.select(URI.create(address)).get(0);

        assertThat(
                        proxy.equals(Proxy.NO_PROXY)
                                ? null
                                : proxy.address().toString().replaceFirst("/.*:|/<.*>:", ":"))
                .isEqualTo(expected);
    }
}
