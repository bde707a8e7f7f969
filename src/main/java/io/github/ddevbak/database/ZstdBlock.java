package io.github.ddevbak.database;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/** A zstd frame with its length and checksum, which knows nothing of those before it. */
final class ZstdBlock extends PackedBlock {
    /** What zstd's own program does by default. */
    private static final int LEVEL = 3;

    private static final int MOST = 512 * 1024;

    /** A frame compresses nothing against the one before it: larger ones are smaller together. */
    private static final int LEAST = 128 * 1024;

    /** Ends a block once in 128 KiB. */
    private static final int ZEROS = 17;

    private final byte[] again = new byte[MOST];
    private final ZstdCompressCtx compressor =
            new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true).setContentSize(true);
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

    ZstdBlock() {
        super(MOST, Math.toIntExact(Zstd.compressBound(MOST)), new ContentCut(LEAST, ZEROS));
    }

    @Override
    int pack(byte[] plain, int length, byte[] packed) {
        return compressor.compressByteArray(packed, 0, packed.length, plain, 0, length);
    }

    @Override
    boolean unpacksTo(byte[] plain, int length, byte[] packed, int packedLength) {
        try {
            int count = decompressor.decompressByteArray(again, 0, again.length, packed, 0, packedLength);
            return Arrays.equals(again, 0, count, plain, 0, length);
        } catch (ZstdException e) {
            return false;
        }
    }

    @Override
    public void close() {
        compressor.close();
        decompressor.close();
    }
}
