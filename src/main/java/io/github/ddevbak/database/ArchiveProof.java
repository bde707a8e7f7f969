package io.github.ddevbak.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a {@code .tar.gz} to its end: is it whole, and how many files are in it? */
public final class ArchiveProof {
    private ArchiveProof() {}

    /**
     * A cut, damaged or foreign file is an objection in the facts; the caller closes the file.
     *
     * @throws IOException where the file cannot be read
     */
    public static ArchiveFacts read(InputStream file) throws IOException {
        return read(file, new TarContent());
    }

    /** The same of what {@link ArchiveWriter} wrote: an entry that could lead out of a volume is an objection, too. */
    public static ArchiveFacts ofVolume(InputStream file) throws IOException {
        return read(file, new TarContent(new VolumeEntries()));
    }

    private static ArchiveFacts read(InputStream file, TarContent content) throws IOException {
        try (HashedInput input = HashedInput.leavingOpen(file)) {
            Optional<String> damage = Optional.empty();
            try {
                GzipMembers.read(input, content);
            } catch (ZipException | EOFException e) {
                damage = Optional.of("it does not unpack to its end: " + e.getMessage());
            }
            boolean unused = input.drain();
            return new ArchiveFacts(
                    input.bytes(),
                    input.sha256(),
                    input.used(),
                    content.files(),
                    content.bytes(),
                    damage.or(content::archiveObjection));
        }
    }
}
