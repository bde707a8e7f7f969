package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.StoredDump;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of putting one database back.
 *
 * @param name the database's
 * @param wanted what the set counts
 * @param back what the server counts now; empty where it was not asked or does not say
 * @param rows how many rows the server counts now; empty where it was not asked or does not say
 * @param took wall time of the import
 * @param trouble why it is not as the set has it; empty where it is
 */
public record RestoredDatabase(
        String name,
        SchemaCounts wanted,
        Optional<SchemaCounts> back,
        OptionalLong rows,
        Duration took,
        Optional<Finding> trouble) {

    RestoredDatabase(StoredDump dump, Duration took) {
        this(dump.name(), dump.counts(), Optional.empty(), OptionalLong.empty(), took, Optional.empty());
    }

    RestoredDatabase because(Finding newTrouble) {
        return new RestoredDatabase(name, wanted, back, rows, took, Optional.of(newTrouble));
    }

    RestoredDatabase counting(SchemaCounts now) {
        return new RestoredDatabase(name, wanted, Optional.of(now), rows, took, trouble);
    }

    RestoredDatabase holding(long now) {
        return new RestoredDatabase(name, wanted, back, OptionalLong.of(now), took, trouble);
    }

    public boolean ok() {
        return trouble.isEmpty();
    }
}
