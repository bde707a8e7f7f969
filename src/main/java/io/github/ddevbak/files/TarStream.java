package io.github.ddevbak.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes a tar stream in GNU's form, which keeps names as the bytes they are: POSIX's own keeps long names in UTF-8 only
 * (GNU tar manual, "Basic Tar Format"; read by GNU tar, bsdtar and busybox). Owners are left out.
 */
final class TarStream {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final byte FILE = '0';
    private static final byte LINK = '2';

    private final OutputStream out;

    TarStream(OutputStream out) {
        this.out = out;
    }

    /** Begins a file; exactly so many bytes must be written to the stream behind this one, then {@link #pad}. */
    void file(RawPath name, Stat stat) throws IOException {
        header(name.bytes(), FILE, new byte[0], stat.mode(), stat.size(), stat.modified());
    }

    void link(RawPath name, RawPath target, Stat stat) throws IOException {
        header(name.bytes(), LINK, target.bytes(), 0777, 0, stat.modified());
    }

    /** Fills the last block of a file. */
    void pad(long size) throws IOException {
        int rest = (int) (size % BLOCK);
        if (rest > 0) {
            out.write(new byte[BLOCK - rest]);
        }
    }

    void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private void header(byte[] name, byte type, byte[] target, int mode, long size, long modified) throws IOException {
        longName(target, (byte) 'K');
        longName(name, (byte) 'L');
        out.write(block(name, type, target, mode, size, Math.floorDiv(modified, 1_000_000_000L)));
    }

    /** A name that does not fit goes before its entry, as the content of one of its own. */
    private void longName(byte[] name, byte type) throws IOException {
        if (name.length <= NAME) {
            return;
        }
        byte[] content = Arrays.copyOf(name, name.length + 1);
        out.write(
                block("././@LongLink".getBytes(StandardCharsets.US_ASCII), type, new byte[0], 0644, content.length, 0));
        out.write(content);
        pad(content.length);
    }

    private static byte[] block(byte[] name, byte type, byte[] target, int mode, long size, long seconds) {
        byte[] block = new byte[BLOCK];
        text(block, 0, NAME, name);
        number(block, 100, 8, mode);
        number(block, 108, 8, 0);
        number(block, 116, 8, 0);
        number(block, 124, 12, size);
        number(block, 136, 12, seconds);
        block[156] = type;
        text(block, 157, NAME, target);
        text(block, 257, 8, "ustar  \0".getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        text(block, 148, 8, String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII));
        return block;
    }

    private static void text(byte[] block, int at, int length, byte[] text) {
        System.arraycopy(text, 0, block, at, Math.min(length, text.length));
    }

    /** Octal digits; what does not fit, or is negative, in base 256, as GNU tar does. */
    private static void number(byte[] block, int at, int length, long value) {
        String octal = Long.toOctalString(value);
        if (value >= 0 && octal.length() < length) {
            text(
                    block,
                    at,
                    length,
                    ("0".repeat(length - 1 - octal.length()) + octal).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        long rest = value;
        for (int i = length - 1; i > 0; i--) {
            block[at + i] = (byte) rest;
            rest >>= 8;
        }
        block[at] = (byte) (value < 0 ? 0xff : 0x80);
    }
}
