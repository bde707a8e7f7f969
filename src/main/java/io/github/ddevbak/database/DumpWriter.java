package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The sink a dump is streamed through: checks, counts, compresses and hashes in one pass; never holds a dump in memory. */
public final class DumpWriter extends OutputStream {

    private enum State {
        OPEN,
        FAILED,
        FINISHED,
        CLOSED
    }

    private final DumpInspector inspector;
    private final Sha256 plain = new Sha256();
    private final AtomicLong seen = new AtomicLong();
    private final ParallelGzip gzip;
    private final DumpFile file;
    private State state = State.OPEN;

    /**
     * Makes the file, readable by its owner only.
     *
     * @param target the gzip file
     * @param threads how many compress; at least one
     * @throws IOException where the target exists already or cannot be made
     */
    public DumpWriter(Path target, DumpDialect dialect, int threads) throws IOException {
        inspector = new DumpInspector(dialect);
        file = new DumpFile(target);
        gzip = new ParallelGzip(file, threads);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws IOException where the file cannot be written (a full disk), or could not before */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        begin();
        plain.add(bytes, offset, length);
        inspector.inspect(bytes, offset, length);
        gzip.write(bytes, offset, length);
        state = State.OPEN;
        seen.addAndGet(length);
    }

    /**
     * Ends the file and puts it on the disk.
     *
     * @return what was written; ask it for its objection
     * @throws IOException where the file cannot be written; {@link #close} then deletes it
     */
    public DumpFacts finish() throws IOException {
        begin();
        gzip.finish();
        file.keep();
        gzip.close();
        state = State.FINISHED;
        return new DumpFacts(
                inspector.counts(),
                inspector.rows(),
                plain.bytes(),
                plain.hex(),
                file.bytes(),
                file.sha256(),
                inspector.objection());
    }

    /** Uncompressed bytes taken so far; may be asked by any thread. */
    public long bytesSoFar() {
        return seen.get();
    }

    /** Without {@link #finish} before: stops the threads and deletes the file. */
    @Override
    public void close() throws IOException {
        if (state == State.OPEN || state == State.FAILED) {
            state = State.CLOSED;
            gzip.close();
            file.discard();
        }
    }

    /** Assumes the worst until the step is done, so that nothing follows a failure. */
    private void begin() throws IOException {
        if (state == State.FAILED) {
            throw new IOException("an earlier part of the dump could not be written");
        }
        if (state != State.OPEN) {
            throw new IOException("the dump is closed");
        }
        state = State.FAILED;
    }
}
