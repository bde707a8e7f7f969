package io.github.ddevbak.database;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Makes streams in the format of mariabackup and xtrabackup. */
final class Xbstream {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A stream that is whole in all but what is added. */
    static Xbstream withCheckpoints() {
        return new Xbstream()
                .data("xtrabackup_checkpoints", "backup_type = full-backuped\n")
                .end("xtrabackup_checkpoints");
    }

    Xbstream data(String path, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        head('P', path);
        out.writeBytes(number(8, bytes.length));
        out.writeBytes(number(8, 0));
        out.writeBytes(number(4, crc.getValue()));
        out.writeBytes(bytes);
        return this;
    }

    Xbstream sparse(String path, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        head('S', path);
        out.writeBytes(number(4, 2));
        out.writeBytes(number(8, bytes.length));
        out.writeBytes(number(8, 0));
        out.writeBytes(number(4, crc.getValue()));
        out.writeBytes(new byte[16]);
        out.writeBytes(bytes);
        return this;
    }

    Xbstream end(String path) {
        head('E', path);
        return this;
    }

    Xbstream head(char type, String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        out.writeBytes("XBSTCK01".getBytes(StandardCharsets.US_ASCII));
        out.write(0);
        out.write(type);
        out.writeBytes(number(4, name.length));
        out.writeBytes(name);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static byte[] number(int size, long value) {
        ByteBuffer buffer =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return Arrays.copyOf(buffer.array(), size);
    }
}
