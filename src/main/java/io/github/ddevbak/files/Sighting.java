package io.github.ddevbak.files;

import java.util.Optional;

/**
 * One name, and everything that was said of it.
 *
 * @param checksum what the checksum manifest says
 * @param twice whether it says something else on another line
 * @param entry what the JSON lines beside it say
 * @param present what is there now
 */
record Sighting(
        RawPath path,
        Optional<FileState> checksum,
        boolean twice,
        Optional<FileState> entry,
        Optional<FileState> present) {

    /** The checksum is what counts; what the JSON lines add is of use where they are of the same content. */
    Optional<FileState> recorded() {
        return checksum.isEmpty() || agreed() ? entry : checksum;
    }

    /** Whether checksum and JSON line are of the same content. */
    boolean agreed() {
        return checksum.isPresent()
                && entry.isPresent()
                && checksum.get().sha256().equals(entry.get().sha256());
    }
}
