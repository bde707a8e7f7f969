package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.store.SetFiles;
import io.github.ddevbak.store.SetId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random histories of sets and random policies; the same seed makes the same. */
final class RetentionHistories {
    static final Instant NOW = Instant.parse("2026-03-29T02:30:00Z");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Random random;

    RetentionHistories(long seed) {
        this.random = new Random(seed);
    }

    List<RetentionSet> history() {
        List<RetentionSet> sets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int length = 1 + random.nextInt(25);
        int spacing = 1 + random.nextInt(3_000_000);
        Instant at = NOW.plusSeconds(random.nextInt(10) == 0 ? 500_000 : 0);
        while (sets.size() < length) {
            // Several in one second, and gaps of hours to months.
            at = random.nextInt(4) == 0 ? at : at.minusSeconds(random.nextInt(spacing));
            String label = random.nextInt(5) == 0 ? "-before-restore" : "";
            String name = STAMP.format(at) + label;
            for (int ordinal = 2; !names.add(name); ordinal++) {
                name = STAMP.format(at) + label + "-" + ordinal;
            }
            sets.add(set(SetId.parse(name).orElseThrow()));
        }
        return sets;
    }

    private RetentionSet set(SetId id) {
        Map<Part, PartState> parts = new EnumMap<>(Part.class);
        boolean few = random.nextInt(4) == 0;
        for (Part part : Part.values()) {
            parts.put(part, few && part != Part.CODE ? PartState.SKIPPED : state());
        }
        boolean dumped = parts.get(Part.DATABASE) == PartState.OK;
        return new RetentionSet(
                id,
                parts,
                !dumped ? Set.of() : random.nextInt(6) == 0 ? Set.of("db", "other") : Set.of("db"),
                random.nextInt(8) == 0,
                perhaps(),
                perhaps());
    }

    private PartState state() {
        PartState[] states = PartState.values();
        return random.nextInt(4) == 0 ? states[random.nextInt(states.length)] : PartState.OK;
    }

    private Optional<Boolean> perhaps() {
        return random.nextInt(4) == 0 ? Optional.of(random.nextInt(3) != 0) : Optional.empty();
    }

    /** A policy by age that is not empty. */
    KeepPolicy policy() {
        KeepPolicy policy = new KeepPolicy(
                count(),
                count(),
                count(),
                count(),
                count(),
                count(),
                random.nextInt(4) == 0 ? Optional.of(Duration.ofDays(random.nextInt(60))) : Optional.empty(),
                random.nextInt(5) == 0 ? List.of("before-restore") : List.of(),
                random.nextInt(4) == 0 ? random.nextInt(6) : 0,
                Optional.empty());
        return policy.byAge() ? policy : policy();
    }

    private int count() {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
    }

    /** One that keeps at least what the other does. */
    KeepPolicy wider(KeepPolicy policy) {
        return new KeepPolicy(
                policy.last() + random.nextInt(3),
                policy.hourly() + random.nextInt(3),
                policy.daily() + random.nextInt(3),
                policy.weekly() + random.nextInt(3),
                policy.monthly() + random.nextInt(3),
                policy.yearly() + random.nextInt(3),
                policy.within().map(within -> within.plusDays(random.nextInt(30))),
                policy.tags(),
                policy.min() + random.nextInt(3),
                policy.maxSize());
    }

    /** Weights of the sets, some of them shared by neighbours. */
    List<SetFiles> files(List<RetentionSet> sets) {
        List<SetFiles> files = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            files.add(new SetFiles(Set.of(sets.get(i).id().text()), random.nextInt(1000)));
            if (i > 0 && random.nextBoolean()) {
                files.add(new SetFiles(
                        Set.of(sets.get(i).id().text(), sets.get(i - 1).id().text()), random.nextInt(1000)));
            }
        }
        return files;
    }

    /** The same policy with a limit of size. */
    KeepPolicy limited(KeepPolicy policy, long most) {
        return new KeepPolicy(
                policy.last(),
                policy.hourly(),
                policy.daily(),
                policy.weekly(),
                policy.monthly(),
                policy.yearly(),
                policy.within(),
                policy.tags(),
                policy.min(),
                Optional.of(most));
    }

    long size() {
        return random.nextInt(8000);
    }
}
