package io.github.ddevbak.recovery;

import java.io.IOException;
import java.io.InputStream;

/** A file of a set as it is read: every byte is counted, and where the disk refuses is known. */
final class SetInput extends InputStream {
    private final InputStream in;
    private final ReadMeter meter;
    private long position;

    SetInput(InputStream in, ReadMeter meter) {
        this.in = in;
        this.meter = meter;
    }

    /** The disk, and not a decoder, said no. */
    static final class ReadFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient ByteRange range;

        ReadFailedException(ByteRange range, IOException cause) {
            super(cause.getMessage(), cause);
            this.range = range;
        }

        ByteRange range() {
            return range;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, offset, length);
        } catch (IOException refused) {
            throw new ReadFailedException(new ByteRange(position, position + length), refused);
        }
        if (count > 0) {
            position += count;
            meter.read(count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
