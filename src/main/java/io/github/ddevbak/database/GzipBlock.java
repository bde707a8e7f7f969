package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One stretch of the stream on its way through a compressing thread: filled, compressed, inflated again to prove it,
 * written, used anew.
 *
 * <p>It ends where the last bytes say so, not after so many: a change in a dump then changes the block it is in and the
 * next one, and those after it are the bytes of yesterday, which a repository of copies need not store again.
 */
final class GzipBlock implements AutoCloseable {
    /** Bytes at most. */
    static final int SIZE = 256 * 1024;

    /** Bytes at least, but for the last block; as far back as deflate looks, so that a change reaches one block farther. */
    private static final int LEAST = 32 * 1024;

    /** The hash of the last 64 bytes ends a block where so many of its first bits are zero: once in 64 KiB. */
    private static final int ZEROS = 16;

    /** Never to be changed: other numbers would end all blocks elsewhere. */
    private static final long[] GEAR = new Random(20261128).longs(256).toArray();

    /** How far back deflate may refer (RFC 1951). */
    private static final int WINDOW = 32 * 1024;

    private final byte[] plain = new byte[SIZE];
    private final byte[] before = new byte[WINDOW];
    // Deflate's worst case is a five-byte header on each stored block of at most 65,535 bytes; zlib's are 16 KiB.
    private final byte[] packed = new byte[SIZE + SIZE / 1000 + 1024];
    private final byte[] again = new byte[16 * 1024];
    private final Deflater deflater = new Deflater(6, true);
    private final Inflater inflater = new Inflater(true);
    private long hash;
    private boolean ended;
    private int length;
    private int beforeLength;
    private int packedLength;

    /** Empties the block; the end of the one before it serves as dictionary. */
    void follow(GzipBlock previous) {
        beforeLength = Math.min(WINDOW, previous.length);
        System.arraycopy(previous.plain, previous.length - beforeLength, before, 0, beforeLength);
        length = 0;
        hash = 0;
        ended = false;
    }

    /** Takes as much as belongs to it. */
    int fill(byte[] bytes, int offset, int count) {
        int taken = upToTheEnd(bytes, offset, Math.min(count, SIZE - length));
        System.arraycopy(bytes, offset, plain, length, taken);
        length += taken;
        return taken;
    }

    private int upToTheEnd(byte[] bytes, int offset, int count) {
        long rolling = hash;
        for (int i = Math.max(0, LEAST - length); i < count; i++) {
            rolling = (rolling << 1) + GEAR[bytes[offset + i] & 0xff];
            if (rolling >>> (Long.SIZE - ZEROS) == 0) {
                ended = true;
                return i + 1;
            }
        }
        hash = rolling;
        return count;
    }

    boolean full() {
        return ended || length == SIZE;
    }

    boolean empty() {
        return length == 0;
    }

    /** Compresses up to a byte boundary, so that the next block can be joined to it. */
    void compress() {
        deflater.reset();
        deflater.setDictionary(before, 0, beforeLength);
        deflater.setInput(plain, 0, length);
        packedLength = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        if (packedLength == packed.length || !inflatesToItself()) {
            throw new IllegalStateException("a compressed block did not inflate to what went in");
        }
    }

    void writeTo(OutputStream sink) throws IOException {
        sink.write(packed, 0, packedLength);
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }

    private boolean inflatesToItself() {
        inflater.reset();
        inflater.setDictionary(before, 0, beforeLength);
        inflater.setInput(packed, 0, packedLength);
        int at = 0;
        try {
            for (int count = inflater.inflate(again); count > 0; count = inflater.inflate(again)) {
                if (count > length - at || !Arrays.equals(again, 0, count, plain, at, at + count)) {
                    return false;
                }
                at += count;
            }
        } catch (DataFormatException e) {
            return false;
        }
        return at == length;
    }
}
