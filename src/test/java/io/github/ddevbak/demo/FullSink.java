package io.github.ddevbak.demo;

import java.io.IOException;
import java.io.OutputStream;

/** A sink on a disk that has room for so many bytes. */
final class FullSink extends OutputStream {
    private int room;

    FullSink(int room) {
        this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
        if (--room < 0) {
            throw new IOException("No space left on device");
        }
    }
}
