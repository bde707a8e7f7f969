package io.github.ddevbak.files;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a content as its bytes: of a million unchanged files, none needs to be spelt out and read again. */
final class ContentHash {
    /** Hexadecimal digits. */
    static final int DIGITS = 64;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param digest 32 bytes, which are copied */
    static ContentHash of(byte[] digest) {
        return new ContentHash(digest.clone());
    }

    /** @param hex 64 hexadecimal digits */
    static ContentHash of(String hex) {
        return new ContentHash(HexFormat.of().parseHex(hex));
    }

    /** As 64 lower-case hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes the 64 digits into the line, from the given place on. */
    void writeTo(byte[] line, int from) {
        int at = from;
        for (byte b : bytes) {
            line[at++] = HEX[(b >> 4) & 0xf];
            line[at++] = HEX[b & 0xf];
        }
    }

    void writeTo(ByteBuffer out) {
        out.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
