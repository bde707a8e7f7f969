package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One stretch of the stream on its way through a compressing thread: filled, compressed, inflated again to prove it,
 * written, used anew.
 */
final class GzipBlock implements AutoCloseable {
    static final int SIZE = 256 * 1024;

    /** How far back deflate may refer (RFC 1951). */
    private static final int WINDOW = 32 * 1024;

    private final byte[] plain = new byte[SIZE];
    private final byte[] before = new byte[WINDOW];
    // Deflate's worst case is a five-byte header on each stored block of at most 65,535 bytes; zlib's are 16 KiB.
    private final byte[] packed = new byte[SIZE + SIZE / 1000 + 1024];
    private final byte[] again = new byte[16 * 1024];
    private final Deflater deflater = new Deflater(6, true);
    private final Inflater inflater = new Inflater(true);
    private int length;
    private int beforeLength;
    private int packedLength;

    /** Empties the block; the end of the one before it serves as dictionary. */
    void follow(GzipBlock previous) {
        beforeLength = Math.min(WINDOW, previous.length);
        System.arraycopy(previous.plain, previous.length - beforeLength, before, 0, beforeLength);
        length = 0;
    }

    /** Takes as much as there is room for. */
    int fill(byte[] bytes, int offset, int count) {
        int taken = Math.min(count, SIZE - length);
        System.arraycopy(bytes, offset, plain, length, taken);
        length += taken;
        return taken;
    }

    boolean full() {
        return length == SIZE;
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
