package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and then refuses, like a disk that fills up. */
final class FullDisk extends OutputStream {
    private long room;

    FullDisk(long room) {
        this.room = room;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        room -= length;
        if (room < 0) {
            throw new IOException("No space left on device");
        }
    }
}
