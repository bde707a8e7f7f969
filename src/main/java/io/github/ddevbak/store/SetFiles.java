package io.github.ddevbak.store;

import java.util.Set;

/**
 * Files that exactly these sets hold: unchanged user files are one file on the disk, hard-linked from set to set.
 *
 * @param sets the ids
 * @param bytes what the files weigh, each counted once
 */
public record SetFiles(Set<String> sets, long bytes) {
    public SetFiles {
        sets = Set.copyOf(sets);
    }
}
