package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.store.SetFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sets of one project stay and which go, each with its reasons. Pure: neither the disk nor the clock is asked. */
final class Retention {
    private final List<RetentionSet> sets;
    private final KeepPolicy policy;
    private final Instant now;
    private final RetentionReasons guarded = new RetentionReasons();
    private final RetentionReasons ruled = new RetentionReasons();

    private Retention(Collection<RetentionSet> sets, KeepPolicy policy, Instant now) {
        this.sets = sets.stream()
                .sorted(Comparator.comparing(RetentionSet::id).reversed())
                .toList();
        this.policy = policy;
        this.now = now;
    }

    /**
     * Decides.
     *
     * @param sets of one project, in any order
     * @param files what they weigh, for {@code maxSize}; empty otherwise
     * @param suspect a part that looks emptied and that nobody has answered for: then everything stays
     * @return a decision for each set, newest first
     */
    static List<RetentionDecision> decide(
            Collection<RetentionSet> sets,
            List<SetFiles> files,
            KeepPolicy policy,
            Optional<Part> suspect,
            Instant now) {
        Retention retention = new Retention(sets, policy, now);
        return suspect.isPresent()
                ? retention.sets.stream()
                        .map(set -> new RetentionDecision(
                                set.id(),
                                true,
                                List.of("frozen: the newest " + suspect.get().word() + " is suspect")))
                        .toList()
                : retention.decided(files);
    }

    private List<RetentionDecision> decided(List<SetFiles> files) {
        RetentionGuards guards = new RetentionGuards(guarded);
        guards.apply(sets, policy);
        List<RetentionSet> past = sets.stream().filter(this::past).toList();
        // A clock that once ran ahead made the "newest" sets for years to come: they stand for no others.
        guards.apply(past, policy);
        new RetentionRules(policy, ruled).apply(past);
        Map<RetentionSet, List<String>> removed = removed(past);
        policy.maxSize().ifPresent(most -> cutDown(past, most, files, removed));
        return sets.stream().map(set -> decision(set, removed)).toList();
    }

    private boolean past(RetentionSet set) {
        return set.id().at().filter(at -> !at.isAfter(now)).isPresent();
    }

    private Map<RetentionSet, List<String>> removed(List<RetentionSet> past) {
        Map<RetentionSet, List<String>> removed = new LinkedHashMap<>();
        for (RetentionSet set : past) {
            if (policy.byAge() && !guarded.has(set) && !ruled.has(set)) {
                List<String> reasons = new ArrayList<>(List.of("beyond " + policy.ageInWords()));
                if (set.bad()) {
                    reasons.add("a check found it bad");
                } else if (!set.whole()) {
                    reasons.add("not whole");
                }
                removed.put(set, reasons);
            }
        }
        return removed;
    }

    /** The oldest go first, until the rest fits or all the rest must stay. */
    private void cutDown(
            List<RetentionSet> past, long most, List<SetFiles> files, Map<RetentionSet, List<String>> removed) {
        Set<String> kept = new HashSet<>();
        sets.stream()
                .filter(set -> !removed.containsKey(set))
                .forEach(set -> kept.add(set.id().text()));
        for (int i = past.size() - 1; i >= 0 && bytes(files, kept) > most; i--) {
            RetentionSet oldest = past.get(i);
            if (!guarded.has(oldest) && kept.remove(oldest.id().text())) {
                removed.put(oldest, List.of("oldest that may go, over max-size"));
            }
        }
    }

    /** What the files of these sets weigh. */
    static long bytes(List<SetFiles> files, Set<String> sets) {
        return files.stream()
                .filter(one -> one.sets().stream().anyMatch(sets::contains))
                .mapToLong(SetFiles::bytes)
                .sum();
    }

    private RetentionDecision decision(RetentionSet set, Map<RetentionSet, List<String>> removed) {
        List<String> why = removed.get(set);
        if (why != null) {
            return new RetentionDecision(set.id(), false, why);
        }
        List<String> reasons = new ArrayList<>(guarded.of(set));
        reasons.addAll(ruled.of(set));
        if (!past(set)) {
            reasons.add("its date is none, or in the future: is the clock right?");
        } else if (reasons.isEmpty()) {
            reasons.add("within max-size");
        }
        return new RetentionDecision(set.id(), true, reasons);
    }
}
