package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of a key and a value that come in any order and go out sorted by the key's bytes, those of one key in the order
 * they came, however many they are: past a few megabytes they wait in a file that has no name, and so is gone when the
 * program is.
 */
final class Spool implements AutoCloseable {
    /** Bytes kept in memory; each megabyte less makes more runs, each of which takes a buffer while they are merged. */
    static final int IN_MEMORY = 4 << 20;

    /** Lengths of key and value. */
    private static final int HEAD = 2 * Integer.BYTES;

    private final int room;
    private final List<Run> runs = new ArrayList<>();
    private byte[] arena = new byte[1 << 14];
    private int[] starts = new int[1 << 8];
    private int filled;
    private int count;
    private @Nullable FileChannel channel;
    private long written;

    Spool() {
        this(IN_MEMORY);
    }

    /** @param room bytes kept in memory */
    Spool(int room) {
        this.room = room;
    }

    /** A sorted stretch of the file. */
    record Run(long from, long to) {}

    /** Goes through the pairs in their order; valid after {@link #next} said that there is one. */
    interface Cursor {
        boolean next() throws IOException;

        byte[] key();

        byte[] value();
    }

    /** @throws IOException where there is no room for the file */
    void add(byte[] key, byte[] value) throws IOException {
        int length = HEAD + key.length + value.length;
        if (filled > 0 && filled + length > room) {
            spill();
        }
        if (filled + length > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(Math.min(room, 2 * arena.length), filled + length));
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = filled;
        ByteBuffer.wrap(arena, filled, length)
                .putInt(key.length)
                .putInt(value.length)
                .put(key)
                .put(value);
        filled += length;
    }

    /** All pairs; none may be added any more. */
    Cursor sorted() throws IOException {
        if (runs.isEmpty()) {
            sort();
            return new InMemory();
        }
        spill();
        arena = new byte[0];
        starts = new int[0];
        return new SpoolMerge(file(), runs);
    }

    private void sort() {
        OffsetSort.sort(starts, count, this::compare);
    }

    private int compare(int one, int other) {
        int from = one + HEAD;
        int otherFrom = other + HEAD;
        return Arrays.compareUnsigned(arena, from, from + integer(one), arena, otherFrom, otherFrom + integer(other));
    }

    private int integer(int at) {
        return ByteBuffer.wrap(arena).getInt(at);
    }

    private void spill() throws IOException {
        sort();
        FileChannel to = file();
        long from = written;
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (int i = 0; i < count; i++) {
            int length = HEAD + integer(starts[i]) + integer(starts[i] + Integer.BYTES);
            if (length > buffer.remaining()) {
                flush(to, buffer);
            }
            if (length > buffer.capacity()) {
                drain(to, ByteBuffer.wrap(arena, starts[i], length));
            } else {
                buffer.put(arena, starts[i], length);
            }
        }
        flush(to, buffer);
        runs.add(new Run(from, written));
        filled = 0;
        count = 0;
    }

    private void flush(FileChannel to, ByteBuffer buffer) throws IOException {
        drain(to, buffer.flip());
        buffer.clear();
    }

    private void drain(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += to.write(bytes, written);
        }
    }

    private FileChannel file() throws IOException {
        if (channel == null) {
            Path file = Files.createTempFile("ddevbak-", ".spool");
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
            Files.deleteIfExists(file);
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    /** Everything stayed in memory. */
    private final class InMemory implements Cursor {
        private int at = -1;

        @Override
        public boolean next() {
            return ++at < count;
        }

        @Override
        public byte[] key() {
            int from = starts[at] + HEAD;
            return Arrays.copyOfRange(arena, from, from + integer(starts[at]));
        }

        @Override
        public byte[] value() {
            int from = starts[at] + HEAD + integer(starts[at]);
            return Arrays.copyOfRange(arena, from, from + integer(starts[at] + Integer.BYTES));
        }
    }
}
