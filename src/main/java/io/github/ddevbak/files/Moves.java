package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Finds out which of the removed files are there under another name. Of several with the same content, those that kept
 * their own name are paired first, then the rest in byte order; a copy of a file that is still there is no move.
 */
final class Moves implements AutoCloseable {
    /** Removed files of one name and content that wait for an added one; more are told as removed and added. */
    static final int WAITING = 50_000;

    private static final int DIGEST = 32;
    private static final byte REMOVED = 0;
    private static final byte ADDED = 1;

    private final Differences found;
    private final Spool byName = new Spool();
    private final Spool byRank = new Spool();

    Moves(Differences found) {
        this.found = found;
    }

    /** A difference that is no half of a move. */
    void other(Difference difference) throws IOException {
        found.add(difference);
    }

    void removed(Difference removed) throws IOException {
        half(removed, removed.recorded().orElseThrow(), REMOVED);
    }

    void added(Difference added) throws IOException {
        half(added, added.now().orElseThrow(), ADDED);
    }

    private void half(Difference half, FileState state, byte side) throws IOException {
        if (!state.telling()) {
            found.add(half);
            return;
        }
        byte[] digest = HexFormat.of().parseHex(state.sha256().orElseThrow());
        byte[] path = half.path().bytes();
        byte[] name = half.path().name();
        byte[] key = ByteBuffer.allocate(DIGEST + name.length + 2 + path.length)
                .put(digest)
                .put(name)
                .put((byte) 0)
                .put(side)
                .put(path)
                .array();
        byName.add(key, half.stored());
    }

    /** Tells all moves, and what is none. */
    void finish() throws IOException {
        paired();
        ranked();
    }

    /** First those of the same content and name. */
    private void paired() throws IOException {
        Spool.Cursor cursor = byName.sorted();
        Deque<Difference> removed = new ArrayDeque<>();
        Rest rest = new Rest();
        byte[] group = {};
        while (cursor.next()) {
            byte[] key = cursor.key();
            if (!Arrays.equals(group, group(key))) {
                rest.takeAll(removed);
                group = group(key);
                rest.content(key);
            }
            Difference half = Difference.stored(cursor.value());
            if (half.drift() == Drift.ADDED) {
                give(half, removed, rest);
            } else if (removed.size() < WAITING) {
                removed.add(half);
            } else {
                rest.take(half);
            }
        }
        rest.takeAll(removed);
    }

    private void give(Difference added, Deque<Difference> removed, Rest rest) throws IOException {
        if (removed.isEmpty()) {
            rest.take(added);
        } else {
            found.add(moved(removed.remove(), added));
        }
    }

    /** Then the others of the same content: the first with the first, the second with the second. */
    private void ranked() throws IOException {
        Spool.Cursor cursor = byRank.sorted();
        Deque<Difference> removed = new ArrayDeque<>();
        byte[] rank = {};
        while (cursor.next()) {
            if (!Arrays.equals(rank, rank(cursor.key()))) {
                tell(removed);
                rank = rank(cursor.key());
            }
            Difference half = Difference.stored(cursor.value());
            if (half.drift() == Drift.ADDED && !removed.isEmpty()) {
                found.add(moved(removed.remove(), half));
            } else if (half.drift() == Drift.ADDED) {
                found.add(half);
            } else {
                removed.add(half);
            }
        }
        tell(removed);
    }

    private void tell(Deque<Difference> removed) throws IOException {
        while (!removed.isEmpty()) {
            found.add(removed.remove());
        }
    }

    private static Difference moved(Difference removed, Difference added) {
        return Difference.moved(
                removed.path(),
                removed.recorded().orElseThrow(),
                added.path(),
                added.now().orElseThrow());
    }

    /** Content and name. */
    private static byte[] group(byte[] key) {
        int end = DIGEST;
        while (key[end] != 0) {
            end++;
        }
        return Arrays.copyOf(key, end);
    }

    private static byte[] rank(byte[] key) {
        return Arrays.copyOf(key, DIGEST + Long.BYTES);
    }

    @Override
    public void close() throws IOException {
        try (byRank) {
            byName.close();
        }
    }

    /** What has no partner of its own name, numbered by content and side. */
    private final class Rest {
        private byte[] content = {};
        private long removed;
        private long added;

        void content(byte[] key) {
            byte[] now = Arrays.copyOf(key, DIGEST);
            if (!Arrays.equals(content, now)) {
                content = now;
                removed = 0;
                added = 0;
            }
        }

        void takeAll(Deque<Difference> halves) throws IOException {
            while (!halves.isEmpty()) {
                take(halves.remove());
            }
        }

        void take(Difference half) throws IOException {
            boolean isAdded = half.drift() == Drift.ADDED;
            byte[] key = ByteBuffer.allocate(DIGEST + Long.BYTES + 1)
                    .put(content)
                    .putLong(isAdded ? added++ : removed++)
                    .put(isAdded ? ADDED : REMOVED)
                    .array();
            byRank.add(key, half.stored());
        }
    }
}
