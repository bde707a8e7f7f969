package io.github.ddevbak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as ddev's Go library writes it: no blanks, {@code < > &} escaped, the keys of a map sorted; those of a {@link
 * LinkedHashMap} keep their order, as the fields of a Go struct do.
 */
final class GoJson {
    private GoJson() {}

    /** The text of a map, list, string, number, boolean or null. */
    static String text(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof List<?> list) {
            writeList(json, list);
        } else if (value instanceof String text) {
            writeString(json, text);
        } else {
            json.append(value);
        }
    }

    private static void writeMap(StringBuilder json, Map<?, ?> map) {
        Map<?, ?> ordered = map instanceof LinkedHashMap ? map : new TreeMap<>(map);
        String comma = "{";
        for (Map.Entry<?, ?> entry : ordered.entrySet()) {
            json.append(comma);
            writeString(json, String.valueOf(entry.getKey()));
            json.append(':');
            write(json, entry.getValue());
            comma = ",";
        }
        json.append(ordered.isEmpty() ? "{}" : "}");
    }

    private static void writeList(StringBuilder json, List<?> list) {
        json.append('[');
        for (int i = 0; i < list.size(); i++) {
            json.append(i == 0 ? "" : ",");
            write(json, list.get(i));
        }
        json.append(']');
    }

    private static void writeString(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        json.append((char) c);
                    }
                }
            }
        });
        json.append('"');
    }
}
