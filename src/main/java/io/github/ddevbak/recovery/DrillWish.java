package io.github.ddevbak.recovery;

import io.github.ddevbak.store.SetName;

/**
 * What a drill is to try.
 *
 * @param set which set; latest is the newest with a good copy of the database
 * @param snapshot whether the snapshot too, in a second scratch project
 * @param code whether the code too
 */
public record DrillWish(SetName set, boolean snapshot, boolean code) {}
