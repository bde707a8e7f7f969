package io.github.ddevbak.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Puts the files of an archive that {@link Archive} wrote back. Anybody may have changed it meanwhile: it is read to its
 * end before anything is written, and an entry that is neither a file nor a link to something inside is refused, and the
 * archive with it.
 */
public final class Unarchive {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;

    private Unarchive(InputStream in) {
        this.in = in;
    }

    /** What is done with each entry. */
    private interface Taker {
        void take(byte[] name, byte type, byte[] target, int mode, long seconds, InputStream content)
                throws IOException;
    }

    /**
     * Why the archive cannot be put back, as words behind "the archive is refused:"; empty where it can.
     *
     * @param limit the most bytes of all files together
     */
    public static Optional<String> objection(Path archive, long limit) {
        long[] sum = {0};
        try {
            read(archive, (name, type, target, mode, seconds, content) -> {
                String shown = RawPath.of(name).printable();
                Optional<String> wrong = SafeWriter.objection(name);
                if (wrong.isPresent()) {
                    throw new ZipException(shown + ": " + wrong.orElseThrow());
                }
                if (type == '2' && !SafeWriter.inside(name, target)) {
                    throw new ZipException(shown + ": it is a link that leads out");
                }
                if (type != '0' && type != 0 && type != '2' && type != '5') {
                    throw new ZipException(shown + ": it is neither a file, a folder nor a link");
                }
                sum[0] += content.transferTo(OutputStream.nullOutputStream());
                if (sum[0] > limit) {
                    throw new ZipException("it unpacks to more than " + limit + " bytes");
                }
            });
            return Optional.empty();
        } catch (IOException wrong) {
            return Optional.of(Problems.reason(wrong));
        }
    }

    /**
     * Writes its files.
     *
     * @return how many
     * @throws IOException where one cannot be written; those before it are
     */
    public static int unpack(Path archive, SafeWriter writer) throws IOException {
        int[] files = {0};
        read(archive, (name, type, target, mode, seconds, content) -> {
            if (type == '2') {
                writer.link(name, target);
            } else if (type == '5') {
                writer.folder(name);
            } else {
                writer.file(name, content, mode & 0777, seconds * 1_000_000_000L);
            }
            files[0]++;
        });
        return files[0];
    }

    private static void read(Path archive, Taker taker) throws IOException {
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            new Unarchive(gzip).entries(taker);
            gzip.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void entries(Taker taker) throws IOException {
        byte[] longName = new byte[0];
        byte[] longTarget = new byte[0];
        for (byte[] block = block(); block[0] != 0; block = block()) {
            long size = number(block, 124, 12);
            byte type = block[156];
            Entry content = new Entry(in, size);
            if (type == 'L' || type == 'K') {
                if (size > LONGEST_NAME) {
                    throw new ZipException("it holds a name that is too long");
                }
                byte[] name = text(content.readAllBytes(), 0, (int) size);
                longName = type == 'L' ? name : longName;
                longTarget = type == 'K' ? name : longTarget;
            } else {
                byte[] name = longName.length > 0 ? longName : text(block, 0, 100);
                byte[] target = longTarget.length > 0 ? longTarget : text(block, 157, 100);
                taker.take(name, type, target, (int) number(block, 100, 8), number(block, 136, 12), content);
                longName = new byte[0];
                longTarget = new byte[0];
            }
            content.finish();
        }
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("it is cut off");
        }
        if (block[0] != 0 && sum(block) != number(block, 148, 8)) {
            throw new ZipException("it is damaged, or no archive of this kind");
        }
        return block;
    }

    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        }
        return sum;
    }

    /** A field up to its first zero byte. */
    private static byte[] text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && end < block.length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, at, end);
    }

    /** Octal digits, or GNU's base 256. */
    private static long number(byte[] block, int at, int length) throws IOException {
        if ((block[at] & 0x80) != 0) {
            long value = block[at] == (byte) 0xff ? -1 : 0;
            for (int i = at + 1; i < at + length; i++) {
                value = (value << 8) | (block[i] & 0xff);
            }
            return value;
        }
        String digits = new String(text(block, at, length), StandardCharsets.US_ASCII).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException wrong) {
            throw (ZipException) new ZipException("it holds a number that is none").initCause(wrong);
        }
    }

    /** The bytes of one entry and no others. */
    private static final class Entry extends InputStream {
        private final InputStream in;
        private final long size;
        private long left;

        Entry(InputStream in, long size) throws IOException {
            if (size < 0) {
                throw new ZipException("it holds a file of less than no bytes");
            }
            this.in = in;
            this.size = size;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("it is cut off");
            }
            left -= read;
            return read;
        }

        /** Goes on to the next block. */
        void finish() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
    }
}
