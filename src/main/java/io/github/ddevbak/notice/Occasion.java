package io.github.ddevbak.notice;

import io.github.ddevbak.settings.NoticeWhen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run's end beside that of the one before: whether it is one to be told. Pure.
 *
 * @param exitCode of this run
 * @param before how the run before ended and its projects stood; empty where there was none
 * @param now the same of this run
 */
record Occasion(int exitCode, Optional<Map<String, String>> before, Map<String, String> now) {
    /** No project can have this name. */
    static final String EXIT = "exit code";

    /** Where a run did not come to its projects, they stand as they did. */
    static Occasion of(Outcome outcome, Optional<Map<String, String>> before) {
        Map<String, String> now =
                new LinkedHashMap<>(outcome.run().isEmpty() ? before.orElse(Map.of()) : outcome.projects());
        now.put(EXIT, String.valueOf(outcome.exitCode()));
        return new Occasion(outcome.exitCode(), before, now);
    }

    /** A job that is tried again every few minutes tells once that it could not begin. */
    boolean is(NoticeWhen when) {
        boolean again = exitCode == Outcome.LATER
                && before.filter(then -> String.valueOf(exitCode).equals(then.get(EXIT)))
                        .isPresent();
        return switch (when) {
            case ALWAYS -> true;
            case FAILURE -> exitCode != 0 && !again;
            case CHANGE -> changed();
        };
    }

    boolean changed() {
        return before.filter(now::equals).isEmpty();
    }

    /** What is not as it was, a line each; none where there was no run before. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        before.ifPresent(then -> {
            Set<String> names = new LinkedHashSet<>(now.keySet());
            names.addAll(then.keySet());
            for (String name : names) {
                String was = then.getOrDefault(name, "not there");
                String is = now.getOrDefault(name, "not there");
                if (!was.equals(is)) {
                    changes.add("changed: " + name + " was " + was + "; is " + is);
                }
            }
        });
        return changes;
    }
}
