package io.github.ddevbak.database;

import java.util.Random;

/**
 * Where a block of the stream ends: where its last bytes say so, not after so many. A change in a dump then changes the
 * block it is in, and perhaps the next one; the others are cut as yesterday, and a repository of copies need not store
 * them again.
 */
final class ContentCut {
    /** Never to be changed: other numbers would end all blocks elsewhere. */
    private static final long[] GEAR = new Random(20261128).longs(256).toArray();

    private final int least;
    private final int zeros;
    private long hash;
    private boolean ended;

    /**
     * @param least bytes of a block
     * @param zeros the hash of the last 64 bytes ends a block where so many of its first bits are zero
     */
    ContentCut(int least, int zeros) {
        this.least = least;
        this.zeros = zeros;
    }

    /** Begins a new block. */
    void reset() {
        hash = 0;
        ended = false;
    }

    /**
     * How many of the bytes belong to the block.
     *
     * @param length of the block so far
     */
    int take(int length, byte[] bytes, int offset, int count) {
        long rolling = hash;
        for (int i = Math.max(0, least - length); i < count; i++) {
            rolling = (rolling << 1) + GEAR[bytes[offset + i] & 0xff];
            if (rolling >>> (Long.SIZE - zeros) == 0) {
                ended = true;
                return i + 1;
            }
        }
        hash = rolling;
        return count;
    }

    boolean ended() {
        return ended;
    }
}
