package io.github.ddevbak.git;

import java.io.IOException;
import java.io.OutputStream;

/** Takes bytes up to a limit, and then refuses. */
final class Limited extends OutputStream {
    private final OutputStream out;
    private final long limit;
    private long written;
    private boolean passed;

    Limited(OutputStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    /** Whether there was more than the limit. */
    boolean passed() {
        return passed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (written + length > limit) {
            passed = true;
            throw new IOException("more than " + limit + " bytes");
        }
        out.write(bytes, offset, length);
        written += length;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
