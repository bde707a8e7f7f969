package io.github.ddevbak.database;

import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** A new file that a stream is packed into on several threads, hashed before and after; never held in memory. */
final class CompressedFile extends OutputStream {

    private enum State {
        OPEN,
        FAILED,
        FINISHED,
        CLOSED
    }

    private final Sha256 plain = new Sha256();
    private final AtomicLong seen = new AtomicLong();
    private final DumpSink packed;
    private final DumpFile file;
    private final ByteSink inspector;
    private State state = State.OPEN;

    /**
     * Makes the file, readable by its owner only.
     *
     * @param inspector sees every byte before it is compressed
     * @param threads how many compress; at least one
     * @throws IOException where the target exists already or cannot be made
     */
    CompressedFile(Path target, DumpFormat format, ByteSink inspector, int threads) throws IOException {
        this.inspector = inspector;
        file = new DumpFile(target);
        packed = begun(format, threads);
    }

    private DumpSink begun(DumpFormat format, int threads) throws IOException {
        try {
            return Compression.of(format).packed(file, threads);
        } catch (IOException e) {
            file.discard();
            throw e;
        }
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
        inspector.accept(bytes, offset, length);
        packed.write(bytes, offset, length);
        state = State.OPEN;
        seen.addAndGet(length);
    }

    /**
     * Ends the file and puts it on the disk.
     *
     * @throws IOException where the file cannot be written; {@link #close} then deletes it
     */
    void finish() throws IOException {
        begin();
        packed.finish();
        file.keep();
        packed.close();
        state = State.FINISHED;
    }

    /** Uncompressed bytes taken so far; may be asked by any thread. */
    long bytesSoFar() {
        return seen.get();
    }

    /** Uncompressed bytes. */
    long plainBytes() {
        return plain.bytes();
    }

    String plainSha256() {
        return plain.hex();
    }

    /** Bytes of the file. */
    long bytes() {
        return file.bytes();
    }

    String sha256() {
        return file.sha256();
    }

    /** Without {@link #finish} before: stops the threads and deletes the file. */
    @Override
    public void close() throws IOException {
        if (state == State.OPEN || state == State.FAILED) {
            state = State.CLOSED;
            packed.close();
            file.discard();
        }
    }

    /** Assumes the worst until the step is done, so that nothing follows a failure. */
    private void begin() throws IOException {
        if (state == State.FAILED) {
            throw new IOException("an earlier part of it could not be written");
        }
        if (state != State.OPEN) {
            throw new IOException("it is closed");
        }
        state = State.FAILED;
    }
}
