package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads a finished dump back: unpacks it to its end and looks at every byte again. */
public final class DumpReader {
    private DumpReader() {}

    /**
     * A cut or damaged file is an objection in the facts, which then tell of the bytes that could be read.
     *
     * @param file whose name tells the format
     * @throws IOException where the file cannot be read
     */
    public static DumpFacts read(Path file, DumpDialect dialect) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return check(in, String.valueOf(file.getFileName()), dialect).facts();
        }
    }

    /** The plain dump of a file that was proved whole before; the caller closes it. */
    public static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return compression(String.valueOf(file.getFileName())).unpacked(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Compression compression(String name) {
        return Compression.of(DumpFormat.ofFile(name).orElse(DumpFormat.SQL));
    }

    /**
     * A file that was read to its end.
     *
     * @param used bytes of the file from its beginning in which what is damaged lies; all of them where nothing is
     */
    public record Checked(DumpFacts facts, long used) {}

    /** The same of a file of that name that is open; the caller closes it. */
    public static Checked check(InputStream packed, String name, DumpDialect dialect) throws IOException {
        DumpInspector inspector = new DumpInspector(dialect);
        Sha256 plain = new Sha256();
        try (HashedInput file = HashedInput.leavingOpen(packed)) {
            Optional<String> damage = damage(compression(name), file, (bytes, offset, length) -> {
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

    private static Optional<String> damage(Compression compression, HashedInput file, ByteSink sink)
            throws IOException {
        try {
            compression.unpack(file, sink);
            return Optional.empty();
        } catch (ZipException | EOFException e) {
            return Optional.of("its " + compression.title() + " file is not whole: " + e.getMessage());
        }
    }
}
