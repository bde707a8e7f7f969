package io.github.ddevbak.database;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A word or quoted text of a dump while it is being read; what is longer than any word of interest is cut off. */
final class WordBuffer {
    private final byte[] bytes;
    private int length;

    WordBuffer(int most) {
        bytes = new byte[most];
    }

    void clear() {
        length = 0;
    }

    void add(byte[] from, int start, int end) {
        int count = Math.min(end - start, bytes.length - length);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    boolean is(char letter) {
        return length == 1 && (bytes[0] | 0x20) == letter;
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    String upperCase() {
        return text().toUpperCase(Locale.ROOT);
    }
}
