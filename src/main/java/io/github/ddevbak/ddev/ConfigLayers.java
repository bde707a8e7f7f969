package io.github.ddevbak.ddev;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration files of one project, laid over each other as ddev does it: scalars replaced, lists appended, maps
 * merged; {@code override_config: true} in a file makes its lists replace (ddev v1.25.3, pkg/settings/viper.go
 * {@code RecursiveMerge}; the order is pkg/ddevapp/config.go {@code ReadConfig}).
 */
final class ConfigLayers {
    /** Go's {@code config.*.y*ml}. */
    private static final Pattern OVERRIDE = Pattern.compile("config\\..*\\.y.*ml", Pattern.DOTALL);

    private ConfigLayers() {}

    static Map<String, @Nullable Object> merged(Path approot) throws ConfigUnreadableException {
        Path folder = approot.resolve(".ddev");
        Path main = folder.resolve("config.yaml");
        Map<String, @Nullable Object> values = new LinkedHashMap<>(known(main));
        for (Path file : overrides(folder)) {
            Map<String, @Nullable Object> layer = known(file);
            boolean replace = Boolean.TRUE.equals(layer.get("override_config"));
            layer.forEach((key, value) -> values.put(key, laidOver(values.get(key), value, replace)));
        }
        return values;
    }

    private static @Nullable Object laidOver(@Nullable Object below, @Nullable Object above, boolean replace) {
        if (below instanceof List<?> first && above instanceof List<?> second && !replace) {
            List<@Nullable Object> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }
        if (below instanceof Map<?, ?> first && above instanceof Map<?, ?> second) {
            Map<@Nullable Object, @Nullable Object> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }
        return above;
    }

    /** The file's settings that matter here, each of a form ddev would accept. */
    private static Map<String, @Nullable Object> known(Path file) throws ConfigUnreadableException {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : YamlFile.read(file).entrySet()) {
            Form form = Form.OF.get(entry.getKey());
            if (form == null) {
                continue;
            }
            if (entry.getValue() != null && !form.fits(entry.getValue())) {
                throw ConfigUnreadableException.broken(file, "the setting " + entry.getKey() + " is not " + form.words);
            }
            known.put(entry.getKey(), entry.getValue());
        }
        return known;
    }

    private static List<Path> overrides(Path folder) throws ConfigUnreadableException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> OVERRIDE.matcher(file.getFileName().toString()).matches())) {
            files.forEach(found::add);
        } catch (IOException | DirectoryIteratorException wrong) {
            throw ConfigUnreadableException.broken(
                    folder, "its files cannot be listed (" + wrong.getClass().getSimpleName() + ")");
        }
        found.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return found;
    }

    /** What a setting may look like. */
    private enum Form {
        TEXT("a single value"),
        LIST("a list of single values"),
        MAP("a map of single values");

        private static final Map<String, Form> OF = Map.ofEntries(
                Map.entry("name", TEXT),
                Map.entry("type", TEXT),
                Map.entry("docroot", TEXT),
                Map.entry("mariadb_version", TEXT),
                Map.entry("mysql_version", TEXT),
                Map.entry("upload_dir", TEXT),
                Map.entry("override_config", TEXT),
                Map.entry("database", MAP),
                Map.entry("upload_dirs", LIST),
                Map.entry("omit_containers", LIST),
                Map.entry("web_environment", LIST));

        private final String words;

        Form(String words) {
            this.words = words;
        }

        boolean fits(Object value) {
            return switch (this) {
                case TEXT -> single(value);
                case LIST ->
                    single(value)
                            || (value instanceof List<?> list && list.stream().allMatch(Form::single));
                case MAP ->
                    value instanceof Map<?, ?> map && map.values().stream().allMatch(Form::single);
            };
        }

        private static boolean single(@Nullable Object value) {
            return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        }
    }
}
