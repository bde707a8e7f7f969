package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.SchemaCounts;
import io.github.ddevbak.store.StoredSet;

/**
 * Views that were broken when a set was made: their definitions are in the dump, name something that is gone, and cannot
 * be made again.
 */
final class BrokenViews {
    private BrokenViews() {}

    /** How many there are in a set's dumps. */
    static int in(StoredSet set) {
        return (int) set.record().parts().stream()
                .filter(part -> part.part() == Part.DATABASE)
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.code().equals("database.broken-view"))
                .count();
    }

    /** The counts without so many views. */
    static SchemaCounts without(SchemaCounts counts, int views) {
        return new SchemaCounts(
                counts.tables(),
                counts.sequences(),
                Math.max(0, counts.views() - views),
                counts.materializedViews(),
                counts.routines(),
                counts.events(),
                counts.triggers());
    }
}
