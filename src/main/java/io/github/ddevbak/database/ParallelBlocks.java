package io.github.ddevbak.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compresses a stream on several threads into one file that the usual programs read.
 *
 * <p>Blocks are compressed side by side and joined in order. There is a fixed number of them, used again and again:
 * memory is bounded, and whoever writes waits for the oldest.
 */
final class ParallelBlocks implements DumpSink {
    private static final int MOST_THREADS = 16;

    /** A block that is being compressed. */
    private record Flight(PackedBlock block, Future<?> job) {}

    private final OutputStream sink;
    private final Packing packing;
    private final ExecutorService workers;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<PackedBlock> blocks = new ArrayList<>();
    private final Deque<PackedBlock> free = new ArrayDeque<>();
    private final Deque<Flight> flights = new ArrayDeque<>();
    private PackedBlock filling;
    private boolean begun;

    /** Starts nothing yet. */
    ParallelBlocks(OutputStream sink, int threads, Packing packing) {
        this.sink = sink;
        this.packing = packing;
        int count = Math.max(1, Math.min(threads, MOST_THREADS));
        workers = Executors.newFixedThreadPool(count, this::worker);
        for (int i = 0; i < count * 2 + 2; i++) {
            blocks.add(packing.block());
        }
        free.addAll(blocks);
        filling = free.remove();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        packing.took(bytes, offset, length);
        int at = offset;
        while (at < offset + length) {
            at += filling.fill(bytes, at, offset + length - at);
            if (filling.full()) {
                advance();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        begin();
        if (!filling.empty()) {
            advance();
        }
        while (!flights.isEmpty()) {
            land();
        }
        sink.write(packing.end());
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
        blocks.forEach(PackedBlock::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            sink.write(packing.beginning());
        }
    }

    private void advance() throws IOException {
        PackedBlock full = filling;
        flights.add(new Flight(full, workers.submit(full::compress)));
        filling = free.isEmpty() ? land() : free.remove();
        filling.follow(full);
    }

    /** Waits for the oldest block, writes it, and gives it back for use. */
    private PackedBlock land() throws IOException {
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
