package io.github.ddevbak.recovery;

import io.github.ddevbak.git.BundleProof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of one kind to its end and says whether its content is whole. */
interface ContentProof {
    /**
     * What was seen.
     *
     * @param bytes size of the file
     * @param sha256 of the file
     * @param used bytes from its beginning in which what is damaged lies; all of them where nothing is
     * @param objection why the content is not whole, after "it" or "its"; empty where nothing speaks against it
     */
    record Seen(long bytes, String sha256, long used, Optional<String> objection) {}

    Seen read(InputStream in) throws IOException;

    /** What is asked of a file whose bytes are those that were sealed. */
    default BundleProof.Answer asked(Path file) {
        return new BundleProof.Answer(Optional.empty(), Optional.empty());
    }
}
