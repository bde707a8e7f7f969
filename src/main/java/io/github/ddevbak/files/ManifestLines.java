package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a manifest as bytes, one at a time. Comments and empty lines are passed over; where the first line ends
 * as on Windows, all do: nothing that writes a carriage return at the end of a name as it is would end all lines so.
 */
final class ManifestLines {
    /** Bytes of a line that are kept: a path has at most 4096, and JSON writes it twice, three bytes for one. */
    private static final int LONGEST = 64 << 10;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private boolean windows;

    ManifestLines(InputStream in) {
        this.in = in;
    }

    /** The next line that says something; cut, where it is longer than any path can be. */
    Optional<byte[]> next() throws IOException {
        Optional<byte[]> line = line();
        while (line.isPresent() && (line.get().length == 0 || line.get()[0] == '#')) {
            line = line();
        }
        return line;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    private Optional<byte[]> line() throws IOException {
        if (at == end && !filled()) {
            return Optional.empty();
        }
        number++;
        byte[] line = raw();
        if (number == 1) {
            windows = ends(line);
            line = Arrays.mismatch(line, MARK) == MARK.length
                    ? Arrays.copyOfRange(line, MARK.length, line.length)
                    : line;
        }
        return Optional.of(windows && ends(line) ? Arrays.copyOf(line, line.length - 1) : line);
    }

    private static boolean ends(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r';
    }

    private byte[] raw() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(0);
        while (at < end || filled()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end && line.size() == 0) {
                return Arrays.copyOfRange(buffer, from, at++);
            }
            line.write(buffer, from, Math.min(at - from, LONGEST - line.size()));
            if (at < end) {
                at++;
                break;
            }
        }
        return line.toByteArray();
    }

    private boolean filled() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
