package io.github.ddevbak.database;

import java.util.Arrays;

/** For each byte, what it can mean where SQL is plain: a table that makes skipping fast. */
final class ByteKinds {
    static final byte SPACE = 0;
    static final byte OTHER = 1;
    static final byte WORD = 2;
    static final byte SPECIAL = 3;
    static final byte DELIMITER = 4;

    private ByteKinds() {}

    /** @param specials the ASCII characters that begin something: a quote, a comment, a parenthesis */
    static byte[] of(String specials, byte delimiter) {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, OTHER);
        for (int c = 0; c <= ' '; c++) {
            kinds[c] = SPACE;
        }
        for (int c = 0; c < 256; c++) {
            if (c != '$' && inWord((byte) c)) {
                kinds[c] = WORD;
            }
        }
        for (int i = 0; i < specials.length(); i++) {
            kinds[specials.charAt(i)] = SPECIAL;
        }
        kinds[delimiter & 0xff] = DELIMITER;
        return kinds;
    }

    /** Whether a word may go on with this byte; both servers let it hold dollar signs and anything beyond ASCII. */
    static boolean inWord(byte found) {
        int letter = found | 0x20;
        return found < 0
                || (letter >= 'a' && letter <= 'z')
                || (found >= '0' && found <= '9')
                || found == '_'
                || found == '$';
    }
}
