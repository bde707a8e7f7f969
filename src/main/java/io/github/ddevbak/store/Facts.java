package io.github.ddevbak.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part's or a note's facts, read leniently: one that is missing or of another kind is empty. */
public record Facts(Map<?, ?> values) {
    static final Facts NONE = new Facts(Map.of());

    public static Facts of(PartRecord part) {
        return new Facts(part.facts());
    }

    /** Those of a note. */
    public static Facts of(SetNote note) {
        return new Facts(note.facts());
    }

    private static Facts of(Object value) {
        return new Facts(value instanceof Map<?, ?> map ? map : Map.of());
    }

    public String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    public long number(String key) {
        return values.get(key) instanceof Long number ? number : 0;
    }

    public boolean truth(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public Facts map(String key) {
        Object value = values.get(key);
        return value == null ? NONE : of(value);
    }

    public List<Facts> maps(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Facts::of).toList()
                : List.of();
    }

    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The whole as texts, in its order. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key instanceof String name && value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
