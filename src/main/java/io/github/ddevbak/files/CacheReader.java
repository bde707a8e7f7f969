package io.github.ddevbak.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Reads a cache of hashes from its beginning to its end, or to where it is damaged. */
final class CacheReader implements Closeable {
    private static final int FRAME = 2 * Integer.BYTES;

    private final InputStream in;
    private final CacheHeader header;
    private final byte[] bytes = new byte[CacheWriter.BLOCK];
    private final CRC32C crc = new CRC32C();
    private ByteBuffer block = ByteBuffer.wrap(bytes, 0, 0);

    private CacheReader(InputStream in) throws IOException {
        this.in = in;
        this.header = CacheHeader.decoded(in.readNBytes(CacheHeader.ROOM));
    }

    /** @throws IOException where there is none, or it cannot be used */
    static CacheReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new CacheReader(in);
        } catch (IOException | RuntimeException unusable) {
            in.close();
            throw unusable;
        }
    }

    CacheHeader header() {
        return header;
    }

    /** Reads the next record over the last one, which it continues; false where there is no more. */
    boolean next(CacheRecord record) throws IOException {
        if (!block.hasRemaining() && !nextBlock()) {
            return false;
        }
        try {
            int shared = block.getShort() & 0xffff;
            int more = block.getShort() & 0xffff;
            block.get(record.path, shared, more);
            record.length = shared + more;
            int flags = block.get();
            record.device = flags & CacheWriter.DEVICE;
            record.rotten = (flags & CacheWriter.ROTTEN) != 0;
            record.size = block.getLong();
            record.modified = block.getLong();
            record.changed = block.getLong();
            record.inode = block.getLong();
            block.get(record.sha256);
            return true;
        } catch (BufferUnderflowException | IndexOutOfBoundsException wrong) {
            throw new IOException("damaged", wrong);
        }
    }

    private boolean nextBlock() throws IOException {
        if (in.readNBytes(bytes, 0, FRAME) < FRAME) {
            return false;
        }
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        int length = frame.getInt();
        int checksum = frame.getInt();
        if (length < 1 || length > bytes.length || in.readNBytes(bytes, 0, length) < length) {
            return false;
        }
        crc.reset();
        crc.update(bytes, 0, length);
        block = ByteBuffer.wrap(bytes, 0, length);
        if ((int) crc.getValue() != checksum) {
            block.position(length);
            return false;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
