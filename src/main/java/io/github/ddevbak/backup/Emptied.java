package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.settings.SuspectLimits;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether databases look emptied against the newest good copy: after a Docker reset each is empty, healthy and dumped
 * without a fault. Pure.
 */
final class Emptied {
    /** Below this a fall says nothing: a new project's first content comes and goes. */
    private static final long FEW_TABLES = 4;

    private static final long FEW_ROWS = 200;
    private static final long FEW_BYTES = 200_000;

    private Emptied() {}

    /**
     * The outcome as it counts.
     *
     * @param goodSets those with a good copy of the databases, newest first
     * @param whole whether all databases of the server were asked for
     */
    static PartRecord judged(
            ProjectName project, PartRecord now, List<StoredSet> goodSets, boolean whole, SuspectLimits limits) {
        boolean dumped = now.facts().containsKey("databases");
        if (!dumped || now.state() == PartState.FAILED || now.state() == PartState.NONE) {
            return now;
        }
        List<StoredDump> dumps = StoredDatabases.told(now);
        Optional<StoredSet> earlier = goodSets.stream()
                .filter(set -> StoredDatabases.of(set.record()).whole())
                .findFirst();
        List<String> fallen = earlier.stream()
                .flatMap(set -> StoredDatabases.of(set.record()).dumps().stream())
                .flatMap(dump -> fell(dump, named(dump.name(), dumps), whole, limits).stream())
                .toList();
        return fallen.isEmpty() ? now : suspect(project, now, earlier.orElseThrow(), fallen);
    }

    private static Optional<StoredDump> named(String name, List<StoredDump> dumps) {
        return dumps.stream().filter(dump -> dump.name().equals(name)).findFirst();
    }

    private static Optional<String> fell(
            StoredDump before, Optional<StoredDump> now, boolean whole, SuspectLimits limits) {
        String name = "database '" + Printable.text(before.name()) + "' ";
        if (now.isEmpty()) {
            return whole && limits.tables() > 0 && before.counts().tables() > 0
                    ? Optional.of(name + "is gone from the server (it had "
                            + figure(before.counts().tables(), "table") + " and " + figure(before.rows(), "row") + ")")
                    : Optional.empty();
        }
        List<String> figures = new ArrayList<>();
        long tables = now.get().counts().tables();
        fall(before.counts().tables(), tables, FEW_TABLES, limits.tables(), "tables")
                .ifPresent(figures::add);
        fall(before.rows(), now.get().rows(), FEW_ROWS, limits.rows(), "rows").ifPresent(figures::add);
        fall(before.plainBytes(), now.get().plainBytes(), FEW_BYTES, limits.bytes(), "bytes")
                .ifPresent(figures::add);
        return figures.isEmpty() ? Optional.empty() : Optional.of(name + "fell " + String.join(" and ", figures));
    }

    /** To nothing counts however few there were, unless the share is never. */
    private static Optional<String> fall(long before, long now, long few, int percent, String noun) {
        boolean nothing = percent > 0 && before > 0 && now == 0;
        boolean under = before >= few && (double) now * 100 < (double) before * percent;
        return nothing || under
                ? Optional.of(String.format(Locale.ROOT, "from %d to %d %s", before, now, noun))
                : Optional.empty();
    }

    private static String figure(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static PartRecord suspect(ProjectName project, PartRecord now, StoredSet earlier, List<String> fallen) {
        List<Finding> findings = new ArrayList<>(now.findings());
        findings.add(Finding.loss(
                "database.suspect",
                "'" + project + "' looks emptied against its set " + earlier.id() + ": " + String.join("; ", fallen),
                "If that is a mistake or a Docker reset, 'ddevbak restore " + project
                        + "' brings back the newest good set, which is kept. If it is meant, say 'ddevbak status"
                        + " --accept " + project + "'."));
        return new PartRecord(now.part(), PartState.SUSPECT, findings, now.facts(), now.tookMillis());
    }
}
