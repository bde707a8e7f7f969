package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a manifest as bytes, one at a time; comments are passed over, as sha256sum does. */
final class ManifestLines {
    /** Bytes of a line that are kept: a path has at most 4096, escaping doubles it. */
    private static final int LONGEST = 16 << 10;

    private final InputStream in;
    private long number;

    ManifestLines(InputStream in) {
        this.in = in;
    }

    /** The next line that is no comment; cut, where it is longer than any path can be. */
    Optional<byte[]> next() throws IOException {
        Optional<byte[]> line = line();
        while (line.isPresent() && line.get().length > 0 && line.get()[0] == '#') {
            line = line();
        }
        return line;
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(200);
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < LONGEST) {
                line.write(b);
            }
        }
        return Optional.of(line.toByteArray());
    }
}
