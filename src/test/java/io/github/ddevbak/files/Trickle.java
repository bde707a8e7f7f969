package io.github.ddevbak.files;

import java.io.ByteArrayInputStream;

/** Bytes that arrive a few at a time, as through a pipe. */
final class Trickle extends ByteArrayInputStream {
    private final int piece;

    Trickle(byte[] bytes, int piece) {
        super(bytes);
        this.piece = piece;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(piece, length));
    }
}
