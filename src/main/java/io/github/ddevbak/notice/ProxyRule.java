package io.github.ddevbak.notice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy that the environment names, as curl reads it: {@code https_proxy}, {@code all_proxy}, {@code no_proxy}. */
final class ProxyRule extends ProxySelector {
    private final Map<String, String> environment;

    ProxyRule(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        // HTTP_PROXY in capitals is what a web server makes of a header, so nobody heeds it.
        Optional<Proxy> proxy = first(
                        scheme + "_proxy", scheme.equals("https") ? "HTTPS_PROXY" : "", "all_proxy", "ALL_PROXY")
                .filter(named -> !direct(uri.getHost()))
                .flatMap(ProxyRule::proxy);
        return List.of(proxy.orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call itself fails, and is told.
    }

    private boolean direct(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Stream.of(first("no_proxy", "NO_PROXY").orElse("").split("[,\\s]+"))
                .map(one -> one.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .filter(one -> !one.isEmpty())
                .anyMatch(one -> one.equals("*") || name.equals(one) || name.endsWith("." + one));
    }

    private Optional<String> first(String... names) {
        return Stream.of(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<Proxy> proxy(String named) {
        try {
            URI uri = new URI(named.contains("://") ? named : "http://" + named);
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return Optional.ofNullable(uri.getHost())
                    .map(host -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }
}
