package io.github.ddevbak.database;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Collects one field of a binary format, of a size known beforehand, out of chunks cut anywhere. */
final class FieldBuffer {
    private final byte[] bytes;
    private int wanted;
    private int length;

    FieldBuffer(int most) {
        bytes = new byte[most];
    }

    void expect(int size) {
        wanted = size;
        length = 0;
    }

    /** Takes what is still wanted; says how many bytes that were. */
    int take(byte[] from, int offset, int count) {
        int taken = Math.min(count, wanted - length);
        System.arraycopy(from, offset, bytes, length, taken);
        length += taken;
        return taken;
    }

    boolean complete() {
        return length == wanted;
    }

    boolean untouched() {
        return length == 0;
    }

    byte at(int index) {
        return bytes[index];
    }

    long number(int offset, int size) {
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return size == 4 ? little.getInt(offset) & 0xffffffffL : little.getLong(offset);
    }

    /** The whole field. */
    String text() {
        return text(0, length);
    }

    String text(int offset, int count) {
        return text(offset, count, StandardCharsets.UTF_8);
    }

    String text(int offset, int count, Charset charset) {
        return new String(bytes, offset, count, charset);
    }
}
