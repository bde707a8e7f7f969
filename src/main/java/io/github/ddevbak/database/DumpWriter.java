package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The sink a dump is streamed through: checks, counts, compresses and hashes in one pass; never holds a dump in memory. */
public final class DumpWriter extends OutputStream {
    private final DumpInspector inspector;
    private final CompressedFile file;

    /**
     * Makes the file, readable by its owner only.
     *
     * @param target the file; its name need not tell the format
     * @param threads how many compress; at least one
     * @throws IOException where the target exists already or cannot be made
     */
    public DumpWriter(Path target, DumpFormat format, DumpDialect dialect, int threads) throws IOException {
        inspector = new DumpInspector(dialect);
        file = new CompressedFile(target, format, inspector::inspect, threads);
    }

    @Override
    public void write(int one) throws IOException {
        file.write(one);
    }

    /** @throws IOException where the file cannot be written (a full disk), or could not before */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
    }

    /**
     * Ends the file and puts it on the disk.
     *
     * @return what was written; ask it for its objection
     * @throws IOException where the file cannot be written; {@link #close} then deletes it
     */
    public DumpFacts finish() throws IOException {
        file.finish();
        return new DumpFacts(
                inspector.counts(),
                inspector.rows(),
                file.plainBytes(),
                file.plainSha256(),
                file.bytes(),
                file.sha256(),
                inspector.objection());
    }

    /** Uncompressed bytes taken so far; may be asked by any thread. */
    public long bytesSoFar() {
        return file.bytesSoFar();
    }

    /** Without {@link #finish} before: stops the threads and deletes the file. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
