package io.github.ddevbak.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of the notices of earlier runs.
 *
 * @param schema {@link #SCHEMA}
 * @param at when it was written
 * @param outcomes by what was asked for, such as {@code all}: how the newest such run ended and its projects stood
 * @param failures a sentence for each notice that did not get through when it was last tried
 */
public record NoticeMemory(
        String schema, Instant at, Map<String, Map<String, String>> outcomes, List<String> failures) {

    /** The form of the file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/notices/1";

    /** Of more different commands it is not remembered how they ended. */
    private static final int MOST = 20;

    public NoticeMemory {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of notices: " + schema);
        }
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        outcomes.forEach(
                (command, outcome) -> copy.put(command, Collections.unmodifiableMap(new LinkedHashMap<>(outcome))));
        outcomes = Collections.unmodifiableMap(copy);
        failures = List.copyOf(failures);
    }

    /** Nothing. */
    public static NoticeMemory none(Instant at) {
        return new NoticeMemory(SCHEMA, at, Map.of(), List.of());
    }

    /** The same, and how a newer run ended. */
    public NoticeMemory and(Instant now, String command, Map<String, String> outcome, List<String> failed) {
        Map<String, Map<String, String>> newer = new LinkedHashMap<>(outcomes);
        newer.remove(command);
        newer.put(command, outcome);
        while (newer.size() > MOST) {
            newer.remove(newer.keySet().iterator().next());
        }
        return new NoticeMemory(SCHEMA, now, newer, failed);
    }
}
