package io.github.ddevbak.remote;

import io.github.ddevbak.project.Finding;
import java.util.Optional;

/**
 * What came of one set and one repository.
 *
 * @param snapshot its name there; empty where it is not
 * @param files how many were seen there
 * @param bytes what they weigh
 * @param added bytes that were new to the repository
 * @param finding why it is not there
 */
public record CopiedSet(
        LocalSet local,
        CopyState state,
        String snapshot,
        long files,
        long bytes,
        long added,
        Optional<Finding> finding) {

    static CopiedSet seen(LocalSet local, CopyState state, String snapshot, SetListing listing, long added) {
        return new CopiedSet(local, state, snapshot, listing.count(), listing.bytes(), added, Optional.empty());
    }

    public static CopiedSet failed(LocalSet local, Finding why) {
        return new CopiedSet(local, CopyState.FAILED, "", 0, 0, 0, Optional.of(why));
    }
}
