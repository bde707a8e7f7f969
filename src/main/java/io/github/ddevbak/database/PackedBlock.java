package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One stretch of the stream on its way through a compressing thread: filled, compressed, unpacked again to prove it,
 * written, used anew.
 */
abstract class PackedBlock implements AutoCloseable {
    private final byte[] plain;
    private final byte[] packed;
    private final ContentCut cut;
    private int length;
    private int packedLength;

    /**
     * @param most bytes it takes
     * @param room for them when they are compressed, in the worst case
     */
    PackedBlock(int most, int room, ContentCut cut) {
        plain = new byte[most];
        packed = new byte[room];
        this.cut = cut;
    }

    /** Empties the block, which is to be filled with what comes after the other one. */
    void follow(PackedBlock previous) {
        cut.reset();
        length = 0;
    }

    /** Takes as much as belongs to it. */
    final int fill(byte[] bytes, int offset, int count) {
        int taken = cut.take(length, bytes, offset, Math.min(count, plain.length - length));
        System.arraycopy(bytes, offset, plain, length, taken);
        length += taken;
        return taken;
    }

    final boolean full() {
        return cut.ended() || length == plain.length;
    }

    final boolean empty() {
        return length == 0;
    }

    /** Compresses what was filled in. */
    final void compress() {
        packedLength = pack(plain, length, packed);
        if (!unpacksTo(plain, length, packed, packedLength)) {
            throw new IllegalStateException("a compressed block did not unpack to what went in");
        }
    }

    final void writeTo(OutputStream sink) throws IOException {
        sink.write(packed, 0, packedLength);
    }

    /** The last bytes before the next block; returns how many there were. */
    final int end(byte[] into) {
        int count = Math.min(into.length, length);
        System.arraycopy(plain, length - count, into, 0, count);
        return count;
    }

    /** Compresses so many plain bytes; returns how many they are then. */
    abstract int pack(byte[] from, int count, byte[] to);

    /** Whether the compressed bytes unpack to the plain ones. */
    abstract boolean unpacksTo(byte[] from, int count, byte[] to, int packedCount);

    /** Gives native memory back. */
    @Override
    public abstract void close();
}
