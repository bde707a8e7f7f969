package io.github.ddevbak.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings facts into the one form that JSON gives back: ordered maps, lists, texts, truth values and whole numbers as Long. */
final class FactValues {
    private FactValues() {}

    static Map<String, Object> copy(Map<?, ?> facts) {
        Map<String, Object> copied = new LinkedHashMap<>();
        facts.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a fact's name is a text: " + key);
            }
            copied.put(name, value(name, value));
        });
        return Collections.unmodifiableMap(copied);
    }

    private static Object value(String name, Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copied = new ArrayList<>();
            list.forEach(one -> copied.add(value(name, one)));
            return Collections.unmodifiableList(copied);
        }
        throw new IllegalArgumentException("the fact " + name + " is neither text, number, truth value, list nor map");
    }
}
