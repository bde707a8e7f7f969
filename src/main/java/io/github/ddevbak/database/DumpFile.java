package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A new file that only its owner may read, hashed as it is written. */
final class DumpFile extends OutputStream {
    private final Path path;
    private final FileChannel channel;
    private final Sha256 digest = new Sha256();

    /** @throws IOException where the file exists already or cannot be made */
    DumpFile(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        digest.add(bytes, offset, length);
    }

    /** Makes sure that the bytes are on the disk, and closes. */
    void keep() throws IOException {
        channel.force(true);
        channel.close();
    }

    /** Closes and deletes. */
    void discard() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }

    long bytes() {
        return digest.bytes();
    }

    String sha256() {
        return digest.hex();
    }
}
