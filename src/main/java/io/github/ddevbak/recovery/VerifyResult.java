package io.github.ddevbak.recovery;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param sets in the order they were read
 * @param warnings what went wrong beside them, such as a note that could not be kept, as sentences
 * @param cancelled whether it was cut short
 * @param tookMillis milliseconds
 */
public record VerifyResult(List<VerifiedSet> sets, List<String> warnings, boolean cancelled, long tookMillis) {
    public VerifyResult {
        sets = List.copyOf(sets);
        warnings = List.copyOf(warnings);
    }

    /** Whether some set is in that state. */
    public boolean any(VerifiedSet.State state) {
        return sets.stream().anyMatch(set -> set.state() == state);
    }
}
