package io.github.ddevbak.upkeep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why sets are kept, collected while the rules are gone through; the same reason counts once. */
final class RetentionReasons {
    private final Map<RetentionSet, Map<String, Set<String>>> reasons = new HashMap<>();

    void add(RetentionSet set, String reason) {
        reasons.computeIfAbsent(set, unseen -> new LinkedHashMap<>())
                .computeIfAbsent(reason, unseen -> new LinkedHashSet<>());
    }

    /** Of several things the reason is told once: {@code newest good copy of database, code}. */
    void add(RetentionSet set, String reason, String of) {
        add(set, reason);
        reasons.getOrDefault(set, Map.of()).getOrDefault(reason, Set.of()).add(of);
    }

    boolean has(RetentionSet set) {
        return reasons.containsKey(set);
    }

    List<String> of(RetentionSet set) {
        List<String> told = new ArrayList<>();
        reasons.getOrDefault(set, Map.of())
                .forEach((reason, of) -> told.add(of.isEmpty() ? reason : reason + " of " + String.join(", ", of)));
        return told;
    }
}
