package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.KeepPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What no policy may remove: the newest copies that can be relied on, and what a person named. Pure. */
final class RetentionGuards {
    private final RetentionReasons reasons;

    RetentionGuards(RetentionReasons reasons) {
        this.reasons = reasons;
    }

    /** @param sets newest first */
    void apply(List<RetentionSet> sets, KeepPolicy policy) {
        guard(sets);
        // A copy made before a restore holds what the restore was to mend: it stands for none of the usual ones.
        guard(sets.stream().filter(set -> set.id().label().isEmpty()).toList());
        for (RetentionSet set : sets) {
            if (policy.tags().contains(set.id().label())) {
                reasons.add(set, "label " + set.id().label());
            }
        }
        sets.stream()
                .sorted(Comparator.comparing(set -> !set.whole()))
                .limit(policy.min())
                .forEach(set -> reasons.add(set, "min " + policy.min()));
    }

    private void guard(List<RetentionSet> sets) {
        sets.stream().findFirst().ifPresent(set -> reasons.add(set, "newest"));
        for (Part part : Part.values()) {
            Optional<RetentionSet> good = newest(sets, set -> set.good(part));
            add(good, "newest good copy", part.word());
            // Where there is nothing to save any more, or it is no longer saved, the last copy of it is an older one.
            add(
                    newest(sets, set -> set.ok(part)).filter(set -> !good.equals(Optional.of(set))),
                    "last saved copy",
                    part.word());
        }
        Optional<RetentionSet> dumped = newest(sets, set -> set.good(Part.DATABASE));
        for (String database : databases(sets)) {
            add(
                    newest(sets, set -> set.good(Part.DATABASE) && set.dumps().contains(database))
                            .filter(set -> !dumped.equals(Optional.of(set))),
                    "last dump",
                    Printable.text(database));
        }
        newest(sets, set -> set.verified().orElse(false)).ifPresent(set -> reasons.add(set, "newest verified"));
        newest(sets, set -> set.drilled().orElse(false)).ifPresent(set -> reasons.add(set, "newest drilled"));
    }

    private void add(Optional<RetentionSet> found, String reason, String of) {
        found.ifPresent(set -> reasons.add(set, set.bad() ? "only copy, although a check found it bad," : reason, of));
    }

    /** The newest that a check did not find bad; one that it did, where there is no other. */
    private static Optional<RetentionSet> newest(List<RetentionSet> sets, Predicate<RetentionSet> holds) {
        return sets.stream()
                .filter(holds.and(set -> !set.bad()))
                .findFirst()
                .or(() -> sets.stream().filter(holds).findFirst());
    }

    private static Set<String> databases(List<RetentionSet> sets) {
        return sets.stream().flatMap(set -> set.dumps().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
