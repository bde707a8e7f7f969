package io.github.ddevbak.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads a gzip file to its very end: every member, its checksum and length, and nothing after the last.
 *
 * <p>{@code GZIPInputStream} takes bytes that follow the last member for its end.
 */
final class GzipMembers {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final PushbackInputStream in;
    private final byte[] packed = new byte[64 * 1024];
    private final byte[] plain = new byte[64 * 1024];
    private int fed;

    private GzipMembers(InputStream in) {
        this.in = new PushbackInputStream(in, packed.length);
    }

    /**
     * Hands the uncompressed bytes on.
     *
     * @throws ZipException where the bytes are not gzip, or damaged
     * @throws EOFException where the file is cut off
     */
    static void read(InputStream in, ByteSink sink) throws IOException {
        GzipMembers members = new GzipMembers(in);
        int first = members.in.read();
        if (first < 0) {
            throw new EOFException("the file is empty");
        }
        while (first >= 0) {
            members.header(first);
            members.body(sink);
            first = members.in.read();
        }
    }

    private void header(int first) throws IOException {
        if (first != 0x1f || next() != 0x8b || next() != 8) {
            throw new ZipException("it holds bytes that are not gzip");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | (next() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void body(ByteSink sink) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            CRC32 crc = new CRC32();
            while (!inflater.finished()) {
                feed(inflater);
                int count = inflater.inflate(plain);
                crc.update(plain, 0, count);
                sink.accept(plain, 0, count);
            }
            int left = inflater.getRemaining();
            in.unread(packed, fed - left, left);
            trailer(crc.getValue(), inflater.getBytesWritten());
        } catch (DataFormatException e) {
            throw (ZipException) new ZipException("its compressed data is damaged").initCause(e);
        } finally {
            inflater.end();
        }
    }

    private void feed(Inflater inflater) throws IOException {
        if (inflater.needsInput()) {
            fed = in.read(packed);
            if (fed < 0) {
                throw new EOFException("it is cut off");
            }
            inflater.setInput(packed, 0, fed);
        } else if (inflater.needsDictionary()) {
            throw new ZipException("its compressed data is damaged");
        }
    }

    private void trailer(long crc, long length) throws IOException {
        if (number() != crc) {
            throw new ZipException("its checksum is wrong");
        }
        if (number() != (length & 0xffffffffL)) {
            throw new ZipException("its length is wrong");
        }
    }

    private long number() throws IOException {
        return next() | (next() << 8) | (next() << 16) | ((long) next() << 24);
    }

    private int next() throws IOException {
        int found = in.read();
        if (found < 0) {
            throw new EOFException("it is cut off");
        }
        return found;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int found = next();
        while (found != 0) {
            found = next();
        }
    }
}
