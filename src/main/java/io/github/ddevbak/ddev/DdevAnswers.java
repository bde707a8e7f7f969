package io.github.ddevbak.ddev;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ddevbak.project.DatabaseServer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ddev's JSON, leniently: a field that is missing or of another type is an empty one. */
final class DdevAnswers {
    private static final Pattern VERSION = Pattern.compile("(?m)^ddev version (\\S+)\\s*$");

    private DdevAnswers() {}

    /** {@code ddev version v1.25.3}, on a line of its own. */
    static Optional<DdevVersion> version(String stdout) {
        Matcher said = VERSION.matcher(stdout);
        return said.find() ? DdevVersion.parse(said.group(1)) : Optional.empty();
    }

    static DdevPlatform platform(JsonNode raw, Optional<String> dockerError) {
        return new DdevPlatform(
                text(raw, "DDEV version"),
                text(raw, "docker-platform"),
                path(text(raw, "global-ddev-dir")),
                dockerError);
    }

    /** An empty list is {@code []}; {@code null} for it is Go's other way to say so. */
    static DdevList list(JsonNode raw) {
        List<Listed> projects = new ArrayList<>();
        int nulls = 0;
        for (JsonNode entry : raw) {
            if (entry.isObject()) {
                projects.add(new Listed(
                        text(entry, "name"),
                        text(entry, "status"),
                        text(entry, "approot"),
                        text(entry, "type"),
                        text(entry, "docroot")));
            } else {
                nulls++;
            }
        }
        return new DdevList(projects, nulls);
    }

    /** Up to v1.24.8 a stopped project has neither {@code dbinfo} nor {@code services}, only the fields at the top. */
    static Described describe(JsonNode raw) {
        JsonNode services = raw.path("services");
        JsonNode info = raw.path("dbinfo");
        boolean omitted = !info.isObject() && services.size() > 0 && !services.has("db");
        Map<String, String> status = new LinkedHashMap<>();
        services.properties().forEach(service -> status.put(service.getKey(), text(service.getValue(), "status")));
        Optional<DatabaseServer> database = omitted ? Optional.empty() : server(info.isObject() ? info : raw);
        return new Described(text(raw, "status"), database, omitted, status);
    }

    private static Optional<DatabaseServer> server(JsonNode node) {
        String version = text(node, "database_version");
        for (DatabaseServer.Family family : DatabaseServer.Family.values()) {
            if (family.word().equals(text(node, "database_type")) && version.matches("[0-9A-Za-z._-]{1,32}")) {
                return Optional.of(new DatabaseServer(family, version));
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** The absolute path a text is; empty for a relative one and for one this system cannot have. */
    static Optional<Path> path(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException notOnThisSystem) {
            return Optional.empty();
        }
    }
}
