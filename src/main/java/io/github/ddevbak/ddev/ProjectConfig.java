package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A project's effective configuration: {@code .ddev/config.yaml}, then every {@code .ddev/config.*.y*ml} in the order
 * of the names. What ddev's global configuration adds is not in it.
 */
public final class ProjectConfig {
    /** What {@link DatabaseServer} takes for a version. */
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z._-]{1,32}");

    private final Map<String, @Nullable Object> values;

    private ProjectConfig(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Reads the files of the project in this very folder, never of a parent.
     *
     * @throws ConfigUnreadableException where {@code config.yaml} is missing, or any of the files cannot be understood
     */
    public static ProjectConfig read(Path approot) throws ConfigUnreadableException {
        return new ProjectConfig(ConfigLayers.merged(approot));
    }

    /** The name as written; empty where ddev would derive it from the folder's name. */
    public Optional<String> name() {
        return present(text(values.get("name")));
    }

    /** ddev's type word; {@code ""} where none is written. */
    public String type() {
        return text(values.get("type"));
    }

    /** Relative to the project's folder, '/'-separated, without {@code .} parts; {@code ""} for the folder itself. */
    public String docroot() {
        return normalised(text(values.get("docroot")));
    }

    /**
     * The database server the configuration names, by the settings of today or those before ddev v1.19
     * ({@code mariadb_version}, {@code mysql_version}), which ddev still lets win; empty where it names none, or one
     * that is not known here: only ddev can say then.
     */
    public Optional<DatabaseServer> database() {
        Optional<DatabaseServer> old = server("mysql", text(values.get("mysql_version")))
                .or(() -> server("mariadb", text(values.get("mariadb_version"))));
        if (old.isPresent() || !(values.get("database") instanceof Map<?, ?> database)) {
            return old;
        }
        return server(text(database.get("type")), text(database.get("version")));
    }

    /** Whether {@code omit_containers} leaves the database out. */
    public boolean databaseOmitted() {
        return texts(values.get("omit_containers")).contains("db");
    }

    /**
     * The configured upload directories, as written, relative to the docroot; empty where the type's default holds
     * (also for the {@code upload_dirs: false} of ddev v1.22).
     */
    public List<String> uploadDirs() {
        List<String> directories = new ArrayList<>(texts(values.get("upload_dirs")));
        present(text(values.get("upload_dir")))
                .filter(old -> !directories.contains(old))
                .ifPresent(directories::add);
        return List.copyOf(directories);
    }

    /**
     * Variables of the web container, the last of a name winning; {@code ""} for a bare name, whose value comes from
     * the environment ddev is started in. Often secrets: never print or log them.
     */
    public Map<String, String> webEnvironment() {
        return environment(values.get("web_environment"));
    }

    /** The {@code web_environment} list of any of ddev's files as a map. */
    static Map<String, String> environment(@Nullable Object list) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String entry : texts(list)) {
            int equals = entry.indexOf('=');
            environment.put(
                    equals < 0 ? entry : entry.substring(0, equals), equals < 0 ? "" : entry.substring(equals + 1));
        }
        return Collections.unmodifiableMap(environment);
    }

    private static Optional<DatabaseServer> server(String family, String version) {
        for (DatabaseServer.Family known : DatabaseServer.Family.values()) {
            if (known.word().equals(family) && VERSION.matcher(version).matches()) {
                return Optional.of(new DatabaseServer(known, version));
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : Collections.singletonList(value)) {
            if (!(entry instanceof Boolean)) {
                present(text(entry)).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** A scalar as ddev reads it into a text: an unquoted 8.0 stays 8.0 (pkg/settings/viper.go floatToStringHook). */
    private static String text(@Nullable Object scalar) {
        if (scalar instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            String plain = BigDecimal.valueOf(number).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return scalar == null ? "" : scalar.toString();
    }

    private static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String normalised(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }
}
