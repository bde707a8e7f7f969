package io.github.ddevbak.settings;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The keys and values of a YAML mapping in a configuration file; one of the wrong kind is an error that says its line. */
final class SettingsValues {
    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 50;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}|100)%");

    private final String file;
    private final String text;
    private final List<Object> path;
    private final Map<String, Object> values;
    private final Set<List<Object>> aside;

    private SettingsValues(
            String file, String text, List<Object> path, Map<String, Object> values, Set<List<Object>> aside) {
        this.file = file;
        this.text = text;
        this.path = path;
        this.values = values;
        this.aside = aside;
    }

    static SettingsValues read(Path path) {
        return of(path, text(path), Set.of());
    }

    static String text(Path path) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new SettingsException(named(path) + " is no file. Put a UTF-8 text there, or take it away.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new SettingsException(named(path) + " is larger than a configuration can be (1 MiB).");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException wrong) {
            throw new SettingsException(named(path) + " is not UTF-8. Save it as UTF-8 in your editor.");
        } catch (IOException e) {
            throw new SettingsException(named(path) + " cannot be read ("
                    + e.getClass().getSimpleName() + "). Give yourself access to it.");
        }
    }

    static String named(Path path) {
        return Printable.text(path.toString());
    }

    /** @param aside what is read as if it were not there, each by the keys and places in lists that lead to it */
    static SettingsValues of(Path path, String text, Set<List<Object>> aside) {
        String file = named(path);
        Object loaded = load(file, text);
        SettingsValues top = new SettingsValues(file, text, List.of(), Map.of(), aside);
        return loaded == null
                ? top
                : new SettingsValues(
                        file,
                        text,
                        List.of(),
                        top.strings(loaded, List.of(), "must hold keys and values, such as 'files: {copy-max: 2G}'"),
                        aside);
    }

    private static Object load(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20)
                .build();
        try {
            refuseDepth(file, new Parse(settings).parseString(text));
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(m -> " line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                    .orElse("");
            throw new SettingsException(file + where + " is not YAML: " + Printable.text(String.valueOf(e.getProblem()))
                    + ". Mend it, or move it away to use the defaults.");
        } catch (YamlEngineException e) {
            throw new SettingsException(file + " is not YAML: " + Printable.text(String.valueOf(e.getMessage()))
                    + ". Mend it, or move it away to use the defaults.");
        }
    }

    /** The loader recurses once for each level, the parser does not; no key of ours is as deep. */
    private static void refuseDepth(String file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new SettingsException(file
                        + event.getStartMark()
                                .map(mark -> " line " + (mark.getLine() + 1))
                                .orElse("")
                        + " is nested deeper than a configuration can be (" + DEEPEST
                        + " levels). Mend it and run it again.");
            }
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
        }
    }

    void onlyKnown(Collection<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(
                        key, "has an unknown key '" + Printable.text(named(key)) + "'" + NearMatch.hint(key, known));
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The line where the key is said, from 1; empty where it is not. */
    OptionalInt line(SettingKey key) {
        if (key.section().isEmpty()) {
            return has(key.word()) ? SettingsLines.line(text, with(key.word())) : OptionalInt.empty();
        }
        return values.get(key.section()) instanceof Map<?, ?>
                        && below(key.section()).has(key.word())
                ? SettingsLines.line(text, List.of(key.section(), key.word()))
                : OptionalInt.empty();
    }

    Optional<String> text(String key) {
        Object value = values.get(key);
        if (value != null && !(value instanceof String text && !text.isBlank() && text.indexOf('\0') < 0)) {
            throw wrong(key, "needs a text for '" + named(key) + "'");
        }
        return Optional.ofNullable((String) value);
    }

    /** A folder, named alike wherever one stands; {@code ~} is not resolved yet. */
    Optional<String> folder(String key) {
        Optional<String> folder = text(key);
        folder.filter(text -> !text.startsWith("/") && !text.startsWith("~/") && !text.equals("~"))
                .ifPresent(text -> {
                    throw wrong(
                            key,
                            "needs a whole path, or one that begins with ~/, for '" + named(key) + "', not '"
                                    + Printable.text(text) + "'");
                });
        return folder;
    }

    Optional<Boolean> flag(String key) {
        Object value = values.get(key);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(key, "needs true or false for '" + named(key) + "'");
        }
        return Optional.ofNullable((Boolean) value);
    }

    Optional<Duration> duration(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Duration> duration = Durations.parse(String.valueOf(value));
        if (duration.isEmpty()) {
            throw wrong(key, "needs a duration such as 90s, 30m, 26h or 7d for '" + named(key) + "'");
        }
        return duration;
    }

    Optional<Long> bytes(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Long> bytes = Bytes.parse(String.valueOf(value));
        if (bytes.isEmpty()) {
            throw wrong(key, "needs a size for '" + named(key) + "': " + Bytes.FORMS);
        }
        return bytes;
    }

    /** A share, written {@code 50%}. */
    Optional<Integer> percent(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text && PERCENT.matcher(text).matches())) {
            throw wrong(key, "needs a share from 0% to 100% for '" + named(key) + "'");
        }
        return Optional.of(Integer.parseInt(text.substring(0, text.length() - 1)));
    }

    /** How many of something; 0 where the key is missing. */
    int count(String key) {
        Object value = values.get(key);
        return value == null
                ? 0
                : KeepPolicy.count(String.valueOf(value))
                        .orElseThrow(() -> wrong(key, "needs " + KeepPolicy.COUNTS + ", for '" + named(key) + "'"));
    }

    /** How many projects at once. */
    Optional<Integer> jobs(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Integer> jobs = DatabaseSettings.jobs(String.valueOf(value));
        if (jobs.isEmpty()) {
            throw wrong(key, "needs " + DatabaseSettings.JOBS + " for '" + named(key) + "'");
        }
        return jobs;
    }

    /** How far back everything is kept. */
    Optional<Duration> within(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Duration> within = KeepPolicy.within(String.valueOf(value));
        if (within.isEmpty()) {
            throw wrong(key, "needs " + KeepPolicy.WITHIN + ", for '" + named(key) + "'");
        }
        return within;
    }

    List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String one) {
            return Stream.of(one.split(",", -1)).map(String::strip).toList();
        }
        if (!(value instanceof List<?> many) || many.stream().anyMatch(v -> !(v instanceof String))) {
            throw wrong(key, "needs a list of texts for '" + named(key) + "'");
        }
        List<String> texts = new ArrayList<>();
        many.forEach(v -> texts.add((String) v));
        return texts;
    }

    /** Whether the value is one text. */
    boolean isText(String key) {
        return values.get(key) instanceof String;
    }

    /** The words of a command: one text is one word, whatever is in it; empty where the key is missing. */
    List<String> words(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        List<?> words = value instanceof List<?> list ? list : List.of(value);
        boolean sayable = !words.isEmpty()
                && words.stream().allMatch(word -> word instanceof String text && text.indexOf('\0') < 0)
                && !String.valueOf(words.get(0)).isBlank();
        if (!sayable) {
            throw wrong(key, "needs a line for the shell or a list of texts for '" + named(key) + "'");
        }
        return words.stream().map(String::valueOf).toList();
    }

    SettingsValues below(String key) {
        Object value = values.get(key);
        List<Object> to = with(key);
        return new SettingsValues(
                file,
                text,
                to,
                value == null ? Map.of() : strings(value, to, "needs keys and values for '" + named(key) + "'"),
                aside);
    }

    /** The mappings of a list, in order. */
    List<SettingsValues> entries(String key, String example) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        String needs = "needs a list for '" + named(key) + "', such as " + example;
        if (!(value instanceof List<?> list)) {
            throw wrong(key, needs);
        }
        List<SettingsValues> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<Object> to = new ArrayList<>(with(key));
            to.add(i);
            Object entry = list.get(i);
            if (aside.contains(to)) {
                continue;
            }
            if (entry == null) {
                throw wrongAt(to, needs);
            }
            entries.add(new SettingsValues(file, text, List.copyOf(to), strings(entry, to, needs), aside));
        }
        return entries;
    }

    /** An error about the key's value, or about the mapping where it has no such key. */
    SettingsException wrong(String key, String what) {
        return wrongAt(with(key), what);
    }

    private SettingsException wrongAt(List<Object> to, String what) {
        boolean ended = what.endsWith(".") || what.endsWith("?");
        String line = SettingsLines.line(text, to).stream()
                .mapToObj(l -> " line " + l)
                .findFirst()
                .orElse("");
        return new SettingsException(file + line + " " + what + (ended ? "" : ".") + " Mend it and run it again.", to);
    }

    private Map<String, Object> strings(Object loaded, List<Object> to, String needs) {
        if (!(loaded instanceof Map<?, ?> map)) {
            throw wrongAt(to, needs);
        }
        Map<String, Object> strings = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (entry.getValue() != null && !aside.contains(with(to, key))) {
                strings.put(key, entry.getValue());
            }
        }
        return strings;
    }

    private List<Object> with(String key) {
        return with(path, key);
    }

    private static List<Object> with(List<Object> path, String key) {
        List<Object> to = new ArrayList<>(path);
        to.add(key);
        return List.copyOf(to);
    }

    /** The key as users name it, such as {@code files.upstream}. */
    private String named(String key) {
        StringBuilder name = new StringBuilder();
        path.stream()
                .filter(step -> step instanceof String)
                .forEach(step -> name.append(step).append('.'));
        return name.append(key).toString();
    }
}
