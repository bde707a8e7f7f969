package io.github.ddevbak.database;

import java.io.EOFException;
import java.io.IOException;
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
        DumpInspector inspector = new DumpInspector(dialect);
        Sha256 plain = new Sha256();
        try (HashedInput file = new HashedInput(Files.newInputStream(gzip))) {
            Optional<String> damage = damage(file, (bytes, offset, length) -> {
                plain.add(bytes, offset, length);
                inspector.inspect(bytes, offset, length);
            });
            file.drain();
            return new DumpFacts(
                    inspector.counts(),
                    inspector.rows(),
                    plain.bytes(),
                    plain.hex(),
                    file.bytes(),
                    file.sha256(),
                    damage.or(inspector::objection));
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
