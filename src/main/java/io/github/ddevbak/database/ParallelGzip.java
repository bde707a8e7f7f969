package io.github.ddevbak.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/**
 * Compresses a stream on several threads into one gzip member that every gunzip reads.
 *
 * <p>Blocks are compressed side by side, each knowing the 32 KiB before it, and joined in order, as pigz does. There is
 * a fixed number of them, used again and again: memory is bounded, and whoever writes waits for the oldest.
 */
final class ParallelGzip implements AutoCloseable {
    private static final int MOST_THREADS = 16;

    /** RFC 1952: no name, no time, made on Unix, so that the same dump gives the same file. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    /** RFC 1951: a last, empty block. */
    private static final byte[] END = {3, 0};

    /** A block that is being compressed. */
    private record Flight(GzipBlock block, Future<?> job) {}

    private final OutputStream sink;
    private final ExecutorService workers;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<GzipBlock> blocks = new ArrayList<>();
    private final Deque<GzipBlock> free = new ArrayDeque<>();
    private final Deque<Flight> flights = new ArrayDeque<>();
    private final CRC32 crc = new CRC32();
    private GzipBlock filling;
    private long total;
    private boolean begun;

    /** Starts nothing yet. */
    ParallelGzip(OutputStream sink, int threads) {
        this.sink = sink;
        int count = Math.max(1, Math.min(threads, MOST_THREADS));
        workers = Executors.newFixedThreadPool(count, this::worker);
        for (int i = 0; i < count * 2 + 2; i++) {
            blocks.add(new GzipBlock());
        }
        free.addAll(blocks);
        filling = free.remove();
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        crc.update(bytes, offset, length);
        total += length;
        int at = offset;
        while (at < offset + length) {
            at += filling.fill(bytes, at, offset + length - at);
            if (filling.full()) {
                advance();
            }
        }
    }

    /** Writes what is left and the end of the member; the sink stays open. */
    void finish() throws IOException {
        begin();
        if (!filling.empty()) {
            advance();
        }
        while (!flights.isEmpty()) {
            land();
        }
        sink.write(END);
        sink.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) total)
                .array());
    }

    /** Stops the threads, and waits for their end: a block takes some hundredths of a second. */
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (!threads.isEmpty()) {
            try {
                threads.get(0).join();
                threads.remove(0);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        blocks.forEach(GzipBlock::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            sink.write(HEADER);
        }
    }

    private void advance() throws IOException {
        GzipBlock full = filling;
        flights.add(new Flight(full, workers.submit(full::compress)));
        filling = free.isEmpty() ? land() : free.remove();
        filling.follow(full);
    }

    /** Waits for the oldest block, writes it, and gives it back for use. */
    private GzipBlock land() throws IOException {
        Flight oldest = flights.remove();
        try {
            oldest.job().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while compressing");
        } catch (ExecutionException e) {
            throw new IOException("the dump could not be compressed: " + e.getCause(), e);
        }
        oldest.block().writeTo(sink);
        return oldest.block();
    }

    private Thread worker(Runnable work) {
        Thread thread = new Thread(work, "dump-compressor");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }
}
