package io.github.ddevbak.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a finished {@code .sql.gz} back: inflates it to its end and looks at every byte again. */
public final class DumpReader {
    private DumpReader() {}

    /**
     * A cut or damaged file is an objection in the facts, which then tell of the bytes that could be read.
     *
     * @throws IOException where the file cannot be read
     */
    public static DumpFacts read(Path gzip, DumpDialect dialect) throws IOException {
        try (InputStream in = Files.newInputStream(gzip)) {
            return check(in, dialect).facts();
        }
    }

    /**
     * A file that was read to its end.
     *
     * @param used bytes of the file from its beginning in which what is damaged lies; all of them where nothing is
     */
    public record Checked(DumpFacts facts, long used) {}

    /** The same of a file that is open; the caller closes it. */
    public static Checked check(InputStream gzip, DumpDialect dialect) throws IOException {
        DumpInspector inspector = new DumpInspector(dialect);
        Sha256 plain = new Sha256();
        try (HashedInput file = HashedInput.leavingOpen(gzip)) {
            Optional<String> damage = damage(file, (bytes, offset, length) -> {
                plain.add(bytes, offset, length);
                inspector.inspect(bytes, offset, length);
            });
            file.drain();
            DumpFacts facts = new DumpFacts(
                    inspector.counts(),
                    inspector.rows(),
                    plain.bytes(),
                    plain.hex(),
                    file.bytes(),
                    file.sha256(),
                    damage.or(inspector::objection));
            return new Checked(facts, file.used());
        }
    }

    private static Optional<String> damage(HashedInput file, ByteSink sink) throws IOException {
        try {
            GzipMembers.read(file, sink);
            return Optional.empty();
        } catch (ZipException | EOFException e) {
            return Optional.of("its gzip file is not whole: " + e.getMessage());
        }
    }
}
