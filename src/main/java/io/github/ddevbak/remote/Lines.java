package io.github.ddevbak.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written to it line by line, so that a list of a hundred thousand files is never held as a whole. */
final class Lines extends OutputStream {
    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> reader;

    Lines(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n') {
            end();
        } else if (line.size() >= LONGEST) {
            throw new IOException("a line is longer than restic writes any");
        } else {
            line.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** What came after the last line's end. */
    void end() {
        if (line.size() > 0) {
            reader.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
