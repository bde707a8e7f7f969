package io.github.ddevbak.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes written to it, up to a bound, and knows whether there were more. */
final class BoundedCapture extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int bound;
    private boolean truncated;

    BoundedCapture(int bound) {
        this.bound = bound;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, bound - kept.size());
        kept.write(bytes, offset, taken);
        truncated |= taken < length;
    }

    boolean truncated() {
        return truncated;
    }

    /** The kept bytes as UTF-8, malformed ones replaced. */
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
