package io.github.ddevbak.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What ddev printed without what differs from machine to machine: paths, times, ports, the order of compose. */
final class Normal {
    private static final Set<String> VOLATILE = Set.of(
            "time",
            "httpurl",
            "httpsurl",
            "primary_url",
            "host_ports",
            "host_ports_mapping",
            "published_port",
            "httpURLs",
            "urls",
            "host_http_url",
            "host_https_url",
            "build info",
            "docker",
            "docker-api",
            "docker-buildx",
            "Created");

    private Normal() {}

    static String text(String said, Path home) {
        List<String> lines = new ArrayList<>();
        Set<String> compose = new TreeSet<>();
        for (String line : said.replace(home.toString(), "/home/user").split("\n", -1)) {
            if (line.startsWith("{")) {
                lines.add(json(line));
            } else if (line.matches("[. ]*(Container|Image|Network) .*")) {
                compose.add(line.replaceFirst("^[. ]+", "").strip());
            } else {
                lines.add(line.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:0")
                        .replaceAll("(ready|built|restored) in [0-9.]+s", "$1 in 0s"));
            }
        }
        lines.addAll(compose);
        return String.join("\n", lines);
    }

    private static String json(String line) {
        try {
            JsonNode object = new ObjectMapper().readTree(line);
            if (object.has("raw")) {
                ((ObjectNode) object).remove("msg");
            }
            return steady(object).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static JsonNode steady(JsonNode node) {
        if (node instanceof ObjectNode object) {
            VOLATILE.stream().filter(object::has).forEach(field -> object.put(field, "?"));
        }
        node.forEach(Normal::steady);
        return node;
    }
}
