package io.github.ddevbak.database;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** What blocks are made of, and what stands before and after them in the file. */
interface Packing {
    PackedBlock block();

    byte[] beginning();

    /** Hears the plain bytes, in their order. */
    void took(byte[] bytes, int offset, int length);

    byte[] end();

    /** One gzip member (RFC 1952): no name, no time, made on Unix, so that the same dump gives the same file. */
    final class Gzip implements Packing {
        private static final byte[] BEGINNING = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

        private final CRC32 crc = new CRC32();
        private long total;

        @Override
        public PackedBlock block() {
            return new GzipBlock();
        }

        @Override
        public byte[] beginning() {
            return BEGINNING.clone();
        }

        @Override
        public void took(byte[] bytes, int offset, int length) {
            crc.update(bytes, offset, length);
            total += length;
        }

        /** A last, empty block (RFC 1951), the checksum and the length. */
        @Override
        public byte[] end() {
            return ByteBuffer.allocate(10)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 3)
                    .put((byte) 0)
                    .putInt((int) crc.getValue())
                    .putInt((int) total)
                    .array();
        }
    }

    /** Frames of zstd one after another (RFC 8878), each with its own checksum. */
    final class Frames implements Packing {
        @Override
        public PackedBlock block() {
            return new ZstdBlock();
        }

        @Override
        public byte[] beginning() {
            return new byte[0];
        }

        @Override
        public void took(byte[] bytes, int offset, int length) {
            // Each frame looks after itself.
        }

        /** A last, empty frame without length or checksum: a file of no frame would be none of zstd. */
        @Override
        public byte[] end() {
            return new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x20, 0, 1, 0, 0};
        }
    }
}
