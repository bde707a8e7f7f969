package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.KeepPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of a policy that go by age, applied to sets that can stand for each other: those of one label, and of the same
 * parts or more. A set that is not whole never takes the place of one that is. Pure.
 */
final class RetentionRules {
    private final KeepPolicy policy;
    private final RetentionReasons reasons;

    RetentionRules(KeepPolicy policy, RetentionReasons reasons) {
        this.policy = policy;
        this.reasons = reasons;
    }

    /** @param sets newest first */
    void apply(List<RetentionSet> sets) {
        Map<String, List<RetentionSet>> labelled =
                sets.stream().collect(Collectors.groupingBy(set -> set.id().label()));
        labelled.values().forEach(this::applyToGroups);
        policy.within().ifPresent(within -> {
            Optional<Instant> newest =
                    sets.stream().findFirst().flatMap(set -> set.id().at());
            for (RetentionSet set : sets) {
                if (!at(set).isBefore(newest.orElseThrow().minus(within))) {
                    reasons.add(set, "within " + KeepPolicy.written(within));
                }
            }
        });
    }

    private void applyToGroups(List<RetentionSet> labelled) {
        Set<Set<Part>> groups =
                labelled.stream().map(RetentionSet::asked).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean several = groups.size() > 1;
        Set<Part> everything = groups.stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (Set<Part> group : groups) {
            String suffix = several && !group.equals(everything)
                    ? " (" + group.stream().map(Part::word).collect(Collectors.joining(", ")) + ")"
                    : "";
            applyTo(
                    labelled.stream()
                            .filter(set -> set.asked().containsAll(group))
                            .toList(),
                    group,
                    suffix);
        }
    }

    private void applyTo(List<RetentionSet> sets, Set<Part> group, String suffix) {
        Group of = new Group(sets, group, suffix);
        of.keep("last", policy.last(), set -> set.id().text(), false);
        of.keep("hourly", policy.hourly(), period("uuuu-MM-dd HH':00'"), true);
        of.keep("daily", policy.daily(), period("uuuu-MM-dd"), true);
        of.keep("weekly", policy.weekly(), RetentionRules::week, true);
        of.keep("monthly", policy.monthly(), period("uuuu-MM"), true);
        of.keep("yearly", policy.yearly(), period("uuuu"), true);
    }

    /** Sets newest first, of which those of exactly the group's parts are marked: the others are in a group of their own. */
    private final class Group {
        private final List<RetentionSet> sets;
        private final Set<Part> parts;
        private final String suffix;

        Group(List<RetentionSet> sets, Set<Part> parts, String suffix) {
            this.sets = sets;
            this.parts = parts;
            this.suffix = suffix;
        }

        /**
         * Keeps one set of each of the newest {@code count} periods that have a whole one, and on the way at most as many
         * others; where there are not that many periods, the oldest too, so that a young history can grow old.
         */
        void keep(String name, int count, Function<RetentionSet, String> period, boolean oldest) {
            int whole = 0;
            int others = 0;
            for (Map.Entry<String, List<RetentionSet>> each : byPeriod(period).entrySet()) {
                if (whole == count) {
                    return;
                }
                RetentionSet kept = first(each.getValue());
                if (kept.whole() ? whole++ < count : others++ < count) {
                    mark(kept, oldest ? name + " " + each.getKey() : name + " " + words(count));
                }
            }
            if (oldest && whole < count) {
                List<RetentionSet> oldestFirst = new ArrayList<>(sets);
                Collections.reverse(oldestFirst);
                mark(first(oldestFirst), "oldest, until there are " + words(count) + " " + name);
            }
        }

        private Map<String, List<RetentionSet>> byPeriod(Function<RetentionSet, String> period) {
            return sets.stream().collect(Collectors.groupingBy(period, LinkedHashMap::new, Collectors.toList()));
        }

        private void mark(RetentionSet set, String reason) {
            if (set.asked().equals(parts)) {
                reasons.add(set, reason + suffix);
            }
        }
    }

    /** The first whole one, else the first. */
    private static RetentionSet first(List<RetentionSet> sets) {
        return sets.stream().filter(RetentionSet::whole).findFirst().orElseGet(() -> sets.get(0));
    }

    private static String words(int count) {
        return count == KeepPolicy.UNLIMITED ? "unlimited" : Integer.toString(count);
    }

    private static Function<RetentionSet, String> period(String pattern) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
        return set -> format.format(at(set));
    }

    private static String week(RetentionSet set) {
        ZonedDateTime at = at(set).atZone(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                at.get(IsoFields.WEEK_BASED_YEAR),
                at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Instant at(RetentionSet set) {
        return set.id().at().orElseThrow();
    }
}
