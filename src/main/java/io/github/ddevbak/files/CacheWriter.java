package io.github.ddevbak.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Writes a cache of hashes beside the last one and puts it in its place at the end. It is not flushed to the disk: what
 * a power cut leaves of it is told by the checksums of its blocks.
 *
 * <p>After the header come blocks, each with its length and checksum (CRC-32C), each to be understood by itself. A
 * record holds how much of its path is that of the one before, the rest of the path, the facts, the hash.
 */
final class CacheWriter implements Closeable {
    static final int BLOCK = 1 << 16;

    /** The bits of a record's flags that say which of the header's devices. */
    static final int DEVICE = 0xf;

    /** The flag of a file whose hash is no longer that of its content, though nothing changed it. */
    static final int ROTTEN = 0x10;

    private static final int FRAME = 2 * Integer.BYTES;
    private static final int FACTS = 2 * Short.BYTES + 1 + 4 * Long.BYTES + CacheRecord.DIGEST;

    private final Path place;
    private final Path beside;
    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(FRAME + BLOCK).position(FRAME);
    private final CRC32C crc = new CRC32C();
    private RawPath last = RawPath.EMPTY;

    private CacheWriter(Path place, Path beside) throws IOException {
        this.place = place;
        this.beside = beside;
        this.channel = FileChannel.open(
                beside,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                OwnerOnly.FILE);
        channel.position(CacheHeader.ROOM);
    }

    /** @param beside where it is until it is whole; what is there is overwritten */
    static CacheWriter open(Path place, Path beside) throws IOException {
        return new CacheWriter(place, beside);
    }

    /** @param device its place in the header's list */
    void put(RawPath path, Stat stat, ContentHash hash, int device, boolean rotten) throws IOException {
        if (path.length() > CacheRecord.LONGEST_PATH) {
            return;
        }
        int shared = last.shared(path);
        if (block.remaining() < FACTS + path.length() - shared) {
            flush();
            shared = 0;
        }
        block.putShort((short) shared).putShort((short) (path.length() - shared));
        path.writeTo(block, shared);
        block.put((byte) (device | (rotten ? ROTTEN : 0)));
        block.putLong(stat.size()).putLong(stat.modified()).putLong(stat.changed());
        block.putLong(stat.inode());
        hash.writeTo(block);
        last = path;
    }

    /** The header last: a file without it is no cache. */
    void publish(CacheHeader header) throws IOException {
        flush();
        channel.position(0);
        write(header.encoded());
        channel.close();
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void flush() throws IOException {
        int length = block.position() - FRAME;
        last = RawPath.EMPTY;
        if (length == 0) {
            return;
        }
        crc.reset();
        crc.update(block.array(), FRAME, length);
        block.putInt(0, length).putInt(Integer.BYTES, (int) crc.getValue());
        write(block.flip());
        block.clear().position(FRAME);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(beside);
    }
}
