package io.github.ddevbak.database;

import io.github.ddevbak.project.DatabaseServer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;

/** Reads a snapshot file of ddev to its end: is it whole, packed as its name says, a backup inside? */
public final class SnapshotProof {
    private static final int LONGEST_MAGIC = 4;

    private SnapshotProof() {}

    /**
     * A cut, damaged or foreign file is an objection in the facts.
     *
     * @param server whose backup tool made it
     * @throws IOException where the file cannot be read
     */
    public static SnapshotFacts read(Path file, DatabaseServer server) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return check(in, String.valueOf(file.getFileName()), server).facts();
        }
    }

    /**
     * A file that was read to its end.
     *
     * @param used bytes of the file from its beginning in which what is damaged lies; all of them where nothing is
     */
    public record Checked(SnapshotFacts facts, long used) {}

    /** The same of a file of that name that is open; the caller closes it. */
    public static Checked check(InputStream file, String name, DatabaseServer server) throws IOException {
        SnapshotContent content = SnapshotContent.of(server);
        AtomicLong plainBytes = new AtomicLong();
        ByteSink sink = (bytes, offset, length) -> {
            plainBytes.addAndGet(length);
            content.accept(bytes, offset, length);
        };
        try (HashedInput input = HashedInput.leavingOpen(file)) {
            Optional<String> damage = damage(name, input, sink);
            input.drain();
            SnapshotFacts facts =
                    new SnapshotFacts(input.bytes(), input.sha256(), plainBytes.get(), damage.or(content::objection));
            return new Checked(facts, input.used());
        }
    }

    private static Optional<String> damage(String fileName, HashedInput input, ByteSink sink) throws IOException {
        InputStream unclosed = new BufferedInputStream(input, 128 * 1024) {
            @Override
            public void close() {
                // The decoder closes what it reads, but the rest of the file is still to be hashed.
            }
        };
        unclosed.mark(LONGEST_MAGIC);
        byte[] beginning = unclosed.readNBytes(LONGEST_MAGIC);
        unclosed.reset();
        if (beginning.length == 0) {
            return Optional.of("it is empty");
        }
        Compression compression = Compression.of(fileName, beginning);
        if (!compression.begins(beginning)) {
            return Optional.of("it is not packed as its name says");
        }
        try {
            compression.unpack(unclosed, sink);
            return Optional.empty();
        } catch (ZipException | EOFException e) {
            return Optional.of("it does not unpack to its end: " + e.getMessage());
        }
    }
}
