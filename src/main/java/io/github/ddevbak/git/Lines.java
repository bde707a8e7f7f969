package io.github.ddevbak.git;

import java.io.OutputStream;
import java.util.function.Consumer;

/** Cuts a stream at its line ends and hands on each line, as bytes: a character each. */
final class Lines extends OutputStream {
    private final StringBuilder line = new StringBuilder();
    private final Consumer<String> reader;

    Lines(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public void write(int b) {
        if (b == '\n') {
            reader.accept(line.toString());
            line.setLength(0);
        } else {
            line.append((char) (b & 0xff));
        }
    }
}
