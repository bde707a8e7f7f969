package io.github.ddevbak.database;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Reads a zstd file to its very end: every frame, its checksum, and nothing after the last.
 *
 * <p>zstd-jni's own stream takes up to four bytes of a frame that is cut off for its end (1.5.7-4).
 */
final class ZstdFrames {
    private static final int SIZE = 128 * 1024;

    private final InputStream in;
    private final byte[] bytes = new byte[SIZE];
    private final ByteBuffer packed = ByteBuffer.allocateDirect(SIZE).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(SIZE);

    private ZstdFrames(InputStream in) {
        this.in = in;
    }

    /**
     * Hands the uncompressed bytes on.
     *
     * @throws ZipException where the bytes are not zstd, or damaged
     * @throws EOFException where the file is cut off
     */
    static void read(InputStream in, ByteSink sink) throws IOException {
        try (ZstdDecompressCtx decoder = new ZstdDecompressCtx()) {
            new ZstdFrames(in).read(decoder, sink);
        } catch (ZstdException e) {
            throw (ZipException) new ZipException("its compressed data is damaged: " + e.getMessage()).initCause(e);
        }
    }

    private void read(ZstdDecompressCtx decoder, ByteSink sink) throws IOException {
        if (!more()) {
            throw new EOFException("the file is empty");
        }
        boolean ended;
        boolean unfinished;
        do {
            ended = decoder.decompressDirectByteBufferStream(plain, packed);
            unfinished = !ended && !plain.hasRemaining();
            handOn(sink);
        } while (unfinished || packed.hasRemaining() || more());
        if (!ended) {
            throw new EOFException("it is cut off");
        }
    }

    private boolean more() throws IOException {
        int count = in.read(bytes);
        if (count > 0) {
            packed.clear().put(bytes, 0, count).flip();
        }
        return count > 0;
    }

    private void handOn(ByteSink sink) throws IOException {
        int count = plain.flip().remaining();
        plain.get(bytes, 0, count).clear();
        sink.accept(bytes, 0, count);
    }
}
