package io.github.ddevbak.settings;

import java.util.Optional;

/**
 * Under what share of the newest good copy a database looks emptied, as one source says it: whole per cent, 0 for never;
 * empty where it is silent.
 *
 * @param tables of its tables
 * @param rows of its rows
 * @param bytes of its dump's size before compression
 */
public record SuspectShares(Optional<Integer> tables, Optional<Integer> rows, Optional<Integer> bytes) {

    public static final SuspectShares NONE = new SuspectShares(Optional.empty(), Optional.empty(), Optional.empty());

    /** What is said here, and by the other where this is silent. */
    SuspectShares over(SuspectShares weaker) {
        return new SuspectShares(tables.or(weaker::tables), rows.or(weaker::rows), bytes.or(weaker::bytes));
    }
}
