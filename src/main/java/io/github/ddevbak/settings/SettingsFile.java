package io.github.ddevbak.settings;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a configuration file; an unknown key or a value of the wrong kind is an error, for it was meant to do something. */
public final class SettingsFile {
    private static final Set<String> MACHINE =
            Set.of("dest", "timeout", "lock-wait", "exclude", "only", "dump", "snapshot", "files");
    private static final Set<String> PROJECT = Set.of("files");
    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private final Map<String, Object> values;

    private SettingsFile(Path file, Map<String, Object> values) {
        this.file = file;
        this.values = values;
    }

    /** The machine's configuration; nothing is set where the file is missing. */
    public static Settings machine(Path file) {
        return Files.exists(file) ? read(file, MACHINE) : Settings.NONE;
    }

    /** A configuration that the user named: it must be there. */
    public static Settings named(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("there is no configuration file " + Printable.text(file.toString())
                    + ". Check the path given with --config.");
        }
        return read(file, MACHINE);
    }

    /** A project's {@code .ddev/ddevbak.yaml}; nothing is set where it is missing. */
    public static Settings project(Path approot) {
        Path file = approot.resolve(".ddev").resolve("ddevbak.yaml");
        return Files.exists(file) ? read(file, PROJECT) : Settings.NONE;
    }

    private static Settings read(Path file, Set<String> known) {
        SettingsFile read = new SettingsFile(file, load(file));
        read.onlyKnown(read.values, known, "");
        Map<String, Object> files = read.map("files");
        read.onlyKnown(files, Set.of("upstream"), "files.");
        return new Settings(
                read.text(read.values, "dest"),
                read.duration("timeout"),
                read.duration("lock-wait"),
                read.list("exclude"),
                read.values.containsKey("only") ? Optional.of(read.parts()) : Optional.empty(),
                read.flag("dump"),
                read.flag("snapshot"),
                read.text(files, "upstream"));
    }

    private static Map<String, Object> load(Path file) {
        String at = Printable.text(file.toString());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SettingsException(at + " is larger than a configuration can be (1 MiB).");
            }
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(20)
                    .build();
            Object loaded = new Load(settings).loadFromString(Files.readString(file, StandardCharsets.UTF_8));
            return loaded == null ? Map.of() : strings(at, loaded);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(m -> " line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                    .orElse("");
            throw new SettingsException(at + where + " is not YAML: " + Printable.text(String.valueOf(e.getProblem()))
                    + ". Mend it, or move it away to use the defaults.");
        } catch (YamlEngineException e) {
            throw new SettingsException(at + " is not YAML: " + Printable.text(String.valueOf(e.getMessage()))
                    + ". Mend it, or move it away to use the defaults.");
        } catch (IOException e) {
            throw new SettingsException(at + " cannot be read: " + Printable.text(String.valueOf(e.getMessage()))
                    + ". It must be a UTF-8 text that you may read.");
        }
    }

    private static Map<String, Object> strings(String at, Object loaded) {
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new SettingsException(at + " must hold keys and values, such as 'dest: /mnt/backups'.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() != null) {
                values.put(String.valueOf(entry.getKey()), entry.getValue());
            }
        }
        return values;
    }

    private void onlyKnown(Map<String, Object> map, Set<String> known, String prefix) {
        for (String key : map.keySet()) {
            if (!known.contains(key)) {
                throw wrong("has an unknown key '" + prefix + Printable.text(key) + "'" + NearMatch.hint(key, known));
            }
        }
    }

    private Map<String, Object> map(String key) {
        Object value = values.get(key);
        return value == null ? Map.of() : strings(Printable.text(file.toString()) + ": '" + key + "'", value);
    }

    private Optional<String> text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof String text && !text.isBlank())) {
            throw wrong("needs a text for '" + key + "'");
        }
        return Optional.ofNullable((String) value);
    }

    private Optional<Boolean> flag(String key) {
        Object value = values.get(key);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong("needs true or false for '" + key + "'");
        }
        return Optional.ofNullable((Boolean) value);
    }

    private Optional<Duration> duration(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(String.valueOf(value));
        if (duration.isEmpty()) {
            throw wrong("needs a duration such as 90s, 30m, 26h or 7d for '" + key + "'");
        }
        return duration;
    }

    private List<String> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String one) {
            return Stream.of(one.split(",", -1)).map(String::strip).toList();
        }
        if (!(value instanceof List<?> many) || many.stream().anyMatch(v -> !(v instanceof String))) {
            throw wrong("needs a list of texts for '" + key + "'");
        }
        List<String> texts = new ArrayList<>();
        many.forEach(v -> texts.add((String) v));
        return texts;
    }

    private Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : list("only")) {
            parts.add(Parts.parse(word)
                    .orElseThrow(() -> wrong("does not know the part '" + Printable.text(word) + "' (there are "
                            + Parts.words() + ")")));
        }
        if (parts.isEmpty()) {
            throw wrong("names no part under 'only' (there are " + Parts.words() + ")");
        }
        return parts;
    }

    private SettingsException wrong(String what) {
        boolean ended = what.endsWith(".") || what.endsWith("?");
        return new SettingsException(
                Printable.text(file.toString()) + " " + what + (ended ? "" : ".") + " Mend it and run it again.");
    }
}
