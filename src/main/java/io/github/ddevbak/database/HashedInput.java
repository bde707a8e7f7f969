package io.github.ddevbak.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that is hashed while it is read. */
final class HashedInput extends FilterInputStream {
    private final Sha256 digest = new Sha256();
    private long used = -1;

    HashedInput(InputStream in) {
        super(in);
    }

    /** One whose closing closes nothing else. */
    static HashedInput leavingOpen(InputStream in) {
        return new HashedInput(new FilterInputStream(in) {
            @Override
            public void close() {
                // Whoever opened it closes it.
            }
        });
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            digest.add(bytes, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, so that the hash is that of the whole; true where anything was. */
    boolean drain() throws IOException {
        long before = digest.bytes();
        used = before;
        byte[] rest = new byte[64 * 1024];
        while (read(rest, 0, rest.length) >= 0) {}
        return digest.bytes() > before;
    }

    long bytes() {
        return digest.bytes();
    }

    /** What was read before {@link #drain} read the rest. */
    long used() {
        return used < 0 ? digest.bytes() : used;
    }

    String sha256() {
        return digest.hex();
    }
}
