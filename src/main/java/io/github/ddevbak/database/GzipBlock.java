package io.github.ddevbak.database;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A block of a gzip member: it knows the bytes before it, so that a change reaches one block farther. */
final class GzipBlock extends PackedBlock {
    private static final int MOST = 256 * 1024;

    /** As far back as deflate looks. */
    private static final int LEAST = 32 * 1024;

    /** Ends a block once in 64 KiB. */
    private static final int ZEROS = 16;

    /** How far back deflate may refer (RFC 1951). */
    private static final int WINDOW = 32 * 1024;

    private final byte[] before = new byte[WINDOW];
    private final byte[] again = new byte[16 * 1024];
    private final Deflater deflater = new Deflater(6, true);
    private final Inflater inflater = new Inflater(true);
    private int beforeLength;

    GzipBlock() {
        // Deflate's worst case is a five-byte header on each stored block of at most 65,535 bytes; zlib's are 16 KiB.
        super(MOST, MOST + MOST / 1000 + 1024, new ContentCut(LEAST, ZEROS));
    }

    /** The end of the one before it serves as dictionary. */
    @Override
    void follow(PackedBlock previous) {
        super.follow(previous);
        beforeLength = previous.end(before);
    }

    /** Compresses up to a byte boundary, so that the next block can be joined to it. */
    @Override
    int pack(byte[] plain, int length, byte[] packed) {
        deflater.reset();
        deflater.setDictionary(before, 0, beforeLength);
        deflater.setInput(plain, 0, length);
        return deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    }

    @Override
    boolean unpacksTo(byte[] plain, int length, byte[] packed, int packedLength) {
        if (packedLength == packed.length) {
            return false;
        }
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

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
