package io.github.ddevbak.ddev;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A dump without the first line of newer MariaDB tools, which switches a client into a sandbox and which others, and
 * some in binary mode, take for an error (MDEV-21778, MDEV-34203).
 */
final class WithoutSandboxLine extends FilterInputStream {
    private static final byte[] BEGINNING = "/*M!999999\\-".getBytes(StandardCharsets.US_ASCII);

    private boolean begun;

    WithoutSandboxLine(InputStream dump) {
        super(dump);
    }

    @Override
    public int read() throws IOException {
        begin();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        begin();
        return super.read(bytes, offset, length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        byte[] first = in.readNBytes(BEGINNING.length);
        if (Arrays.equals(first, BEGINNING)) {
            for (int one = in.read(); one >= 0 && one != '\n'; ) {
                one = in.read();
            }
            return;
        }
        PushbackInputStream again = new PushbackInputStream(in, BEGINNING.length);
        again.unread(first);
        in = again;
    }
}
