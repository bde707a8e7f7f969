package io.github.ddevbak.project;

import java.util.Locale;

/** How a part fared in one look or one set; declared from best to worst. */
public enum PartState {
    /** Read back and checked. */
    OK,
    /** There is nothing to back up, and that was established. */
    NONE,
    /** Not asked for. */
    SKIPPED,
    /** Looks emptied, against the newest good set. */
    SUSPECT,
    /** Something would be lost. */
    AT_RISK,
    /** Asked for and could not be done. */
    FAILED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    /** Whether a set with this part still counts as good. */
    public boolean good() {
        return this == OK || this == NONE || this == AT_RISK || this == SKIPPED;
    }
}
