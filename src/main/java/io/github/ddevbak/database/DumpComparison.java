package io.github.ddevbak.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a second dump as it comes and compares it with a stored one, byte for byte but for {@link NormalLines}; neither
 * is held in memory. The stored file must have been proved whole before: here it is only read.
 */
public final class DumpComparison extends OutputStream {
    private static final int CHUNK = 64 * 1024;

    private final InputStream stored;
    private final NormalLines storedLines = new NormalLines();
    private final NormalLines restoredLines = new NormalLines();
    private final DumpPlace place = new DumpPlace();
    private final byte[] chunk = new byte[CHUNK];
    private byte[] pending = new byte[2 * CHUNK];
    private int from;
    private int to;
    private boolean storedEnded;
    private @Nullable IOException trouble;
    private @Nullable DumpDifference difference;

    /**
     * Begins a comparison.
     *
     * @param file the stored dump
     * @throws IOException where it cannot be opened
     */
    public DumpComparison(Path file) throws IOException {
        this.stored = DumpReader.open(file);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (difference == null) {
            restoredLines.write(bytes, offset, count, this::compare);
        }
        throwTrouble();
    }

    /**
     * Says what the first difference is, after the last byte of the second dump.
     *
     * @throws IOException where the stored dump cannot be read
     */
    public Optional<DumpDifference> finish() throws IOException {
        if (difference == null) {
            restoredLines.end(this::compare);
        }
        throwTrouble();
        if (difference == null && more()) {
            differs(new byte[0], 0, 0);
        }
        throwTrouble();
        return Optional.ofNullable(difference);
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private void throwTrouble() throws IOException {
        if (trouble != null) {
            throw trouble;
        }
    }

    private void compare(byte[] restored, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end && difference == null) {
            if (!more()) {
                differs(restored, at, end - at);
                return;
            }
            int both = Math.min(end - at, to - from);
            int same = same(restored, at, both);
            place.add(restored, at, same);
            at += same;
            from += same;
            if (same < both) {
                differs(restored, at, end - at);
            }
        }
    }

    private int same(byte[] restored, int at, int count) {
        int first = Arrays.mismatch(restored, at, at + count, pending, from, from + count);
        return first < 0 ? count : first;
    }

    private void differs(byte[] restored, int offset, int count) {
        difference = new DumpDifference(
                place.object(pending, from, to - from),
                place.line(),
                to > from ? place.excerpt(pending, from, to - from) : "",
                count > 0 ? place.excerpt(restored, offset, count) : "");
    }

    /** Whether the stored dump has more text; reads on where what was read is used up. */
    private boolean more() {
        while (from == to && !storedEnded && trouble == null) {
            from = 0;
            to = 0;
            try {
                int count = stored.read(chunk);
                storedEnded = count < 0;
                if (storedEnded) {
                    storedLines.end(this::hold);
                } else {
                    storedLines.write(chunk, 0, count, this::hold);
                }
            } catch (IOException unreadable) {
                trouble = unreadable;
            }
        }
        return from < to;
    }

    private void hold(byte[] bytes, int offset, int count) {
        if (to + count > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(pending.length * 2, to + count));
        }
        System.arraycopy(bytes, offset, pending, to, count);
        to += count;
    }
}
