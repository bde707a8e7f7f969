package io.github.ddevbak.settings;

import io.github.ddevbak.project.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The JSON schema of a configuration file (draft 7, the newest that editors of YAML read), made from the list of keys.
 * What two keys mean together is for {@code config validate} alone to say. Pure.
 */
public final class SettingsSchema {
    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";
    private static final String STRING = "string";

    private SettingsSchema() {}

    public static Map<String, Object> of(SettingsScope scope) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", "ddevbak");
        schema.put(
                "description",
                scope == SettingsScope.MACHINE
                        ? "Configuration of ddevbak for a machine: ~/.config/ddevbak/config.yaml."
                        : "Configuration of ddevbak for a project: .ddev/ddevbak.yaml.");
        schema.putAll(orNothing(section(scope, "")));
        return schema;
    }

    private static Map<String, Object> section(SettingsScope scope, String name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (SettingKey key : SettingKeys.below(scope, name)) {
            properties.put(key.word(), property(scope, key));
            if (key.needed()) {
                needed.add(key.word());
            }
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "object");
        section.put("properties", properties);
        if (!needed.isEmpty()) {
            section.put("required", needed);
        }
        section.put("additionalProperties", false);
        return section;
    }

    private static Map<String, Object> property(SettingsScope scope, SettingKey key) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.about());
        boolean section = !SettingKeys.below(scope, key.name()).isEmpty();
        if (!section) {
            property.putAll(key.needed() ? value(key) : orNothing(value(key)));
        } else if (key.example().isEmpty()) {
            property.putAll(orNothing(section(scope, key.name())));
        } else {
            property.putAll(orNothing(list(section(scope, key.name()))));
        }
        if (!key.example().isEmpty()) {
            Object example = new Load(LoadSettings.builder().build()).loadFromString(key.example());
            property.put(
                    SettingKeys.isDefault(key) ? "default" : "examples",
                    SettingKeys.isDefault(key) ? example : List.of(example));
        }
        return property;
    }

    private static Map<String, Object> value(SettingKey key) {
        return switch (key.form()) {
            case SECTION, ENTRIES ->
                throw new IllegalStateException(Printable.text(key.name()) + " has no keys below it");
            case TEXT -> key.choices().isEmpty() ? text("\\S") : Map.of("enum", key.choices());
            case FOLDER -> text("^(/|~/|~$)");
            case NAME -> text("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$");
            case TEXTS -> texts(key);
            case WORDS -> either(text("\\S"), words());
            case FLAG -> Map.of("type", "boolean");
            case DURATION -> text("^\\s*[0-9]{1,9}[smhd]\\s*$");
            case PERIOD -> text("^\\s*[0-9]{1,9}[hd]\\s*$");
            case SIZE -> either(text("^\\s*[0-9]{1,15}[BbKkMmGgTt]?\\s*$"), whole(999_999_999_999_999L));
            case SHARE -> text("^([0-9]{1,2}|100)%$");
            case JOBS -> {
                Map<String, Object> number = ordered("type", "integer", "minimum", 1);
                number.put("maximum", DatabaseSettings.MOST_JOBS);
                yield either(text("^[1-" + DatabaseSettings.MOST_JOBS + "]$"), number);
            }
            case COUNT -> either(text("^\\s*([0-9]{1,9}|unlimited)\\s*$"), whole(999_999_999));
        };
    }

    /** A list, or one text with commas. */
    private static Map<String, Object> texts(SettingKey key) {
        if (key.choices().isEmpty()) {
            return either(Map.of("type", STRING), list(Map.of("type", STRING)));
        }
        Map<String, Object> some = new LinkedHashMap<>(list(Map.of("enum", key.choices())));
        some.put("minItems", 1);
        String one = "\\s*(" + key.choices().stream().collect(Collectors.joining("|")) + ")\\s*";
        return either(text("^" + one + "(," + one + ")*$"), some);
    }

    private static Map<String, Object> words() {
        Map<String, Object> words = list(Map.of("type", STRING));
        words.put("minItems", 1);
        return words;
    }

    private static Map<String, Object> text(String pattern) {
        return ordered("type", STRING, "pattern", pattern);
    }

    private static Map<String, Object> whole(long most) {
        Map<String, Object> whole = ordered("type", "integer", "minimum", 0);
        whole.put("maximum", most);
        return whole;
    }

    private static Map<String, Object> list(Map<String, Object> of) {
        return ordered("type", "array", "items", of);
    }

    private static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(one, other));
        return either;
    }

    /** A key without a value is as one that is not there. */
    private static Map<String, Object> orNothing(Map<String, Object> value) {
        if (value.get("type") instanceof String type) {
            Map<String, Object> with = new LinkedHashMap<>(value);
            with.put("type", List.of(type, "null"));
            return with;
        }
        return either(value, Map.of("type", "null"));
    }

    private static Map<String, Object> ordered(String name, Object value, String other, Object of) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        map.put(other, of);
        return map;
    }
}
