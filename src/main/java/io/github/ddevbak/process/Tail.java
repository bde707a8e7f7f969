package io.github.ddevbak.process;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last bytes written to it, however many come; one thread may write while another asks. */
final class Tail extends OutputStream {
    private final byte[] ring;
    private long written;

    Tail(int bytes) {
        this.ring = new byte[bytes];
    }

    @Override
    public synchronized void write(int b) {
        ring[(int) (written % ring.length)] = (byte) b;
        written++;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int skipped = Math.max(0, length - ring.length);
        written += skipped;
        for (int i = skipped; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    /** The kept bytes as UTF-8; a character cut in two by the bound is left out, other malformed ones are replaced. */
    synchronized String text() {
        int kept = (int) Math.min(written, ring.length);
        byte[] bytes = new byte[kept];
        for (int i = 0; i < kept; i++) {
            bytes[i] = ring[(int) ((written - kept + i) % ring.length)];
        }
        int start = 0;
        while (written > kept && start < Math.min(3, kept) && (bytes[start] & 0xC0) == 0x80) {
            start++;
        }
        return new String(bytes, start, kept - start, StandardCharsets.UTF_8);
    }
}
