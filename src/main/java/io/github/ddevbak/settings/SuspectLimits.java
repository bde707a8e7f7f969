package io.github.ddevbak.settings;

/**
 * Under what share of the newest good copy a database looks emptied, in whole per cent; 0 for never.
 *
 * <p>The defaults let pass what a healthy site does: clearing caches, sessions and logs takes most of its bytes and rows,
 * but drops no table.
 *
 * @param tables of its tables
 * @param rows of its rows
 * @param bytes of its dump's size before compression
 */
public record SuspectLimits(int tables, int rows, int bytes) {
    static SuspectLimits of(SuspectShares said) {
        return new SuspectLimits(
                said.tables().orElse(50), said.rows().orElse(20), said.bytes().orElse(10));
    }
}
