package io.github.ddevbak.database;

import io.github.ddevbak.project.SchemaCounts;
import java.util.Optional;

/** Decides whether a dump is proved: whole in itself, and holding what the server counted before and after. */
public final class DumpProof {
    private DumpProof() {}

    /** Why the dump is not proved, in words; empty where it is. */
    public static Optional<String> objection(DumpFacts dump, SchemaCounts before, SchemaCounts after) {
        return dump.objection()
                .or(() -> dump.counts()
                        .outside(before, after)
                        .map(what -> "it does not hold what the server counts: " + what));
    }
}
