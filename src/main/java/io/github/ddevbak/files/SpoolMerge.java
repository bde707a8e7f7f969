package io.github.ddevbak.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The sorted runs of a spool's file as one. */
final class SpoolMerge implements Spool.Cursor {
    private static final int BUFFER = 32 << 10;

    private final PriorityQueue<Reader> waiting =
            new PriorityQueue<>(Comparator.<Reader, byte[]>comparing(reader -> reader.key, Arrays::compareUnsigned)
                    .thenComparingInt(reader -> reader.number));
    private @Nullable Reader first;

    SpoolMerge(FileChannel channel, List<Spool.Run> runs) throws IOException {
        for (Spool.Run run : runs) {
            Reader reader = new Reader(channel, run, waiting.size());
            if (reader.read()) {
                waiting.add(reader);
            }
        }
    }

    @Override
    public boolean next() throws IOException {
        if (first != null && first.read()) {
            waiting.add(first);
        }
        first = waiting.poll();
        return first != null;
    }

    @Override
    public byte[] key() {
        return current().key;
    }

    @Override
    public byte[] value() {
        return current().value;
    }

    private Reader current() {
        if (first == null) {
            throw new IllegalStateException("there is no pair");
        }
        return first;
    }

    /** One run, read with a buffer of its own. */
    private static final class Reader {
        private final FileChannel channel;
        private final int number;
        private final long to;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long at;
        private byte[] key = {};
        private byte[] value = {};

        Reader(FileChannel channel, Spool.Run run, int number) {
            this.channel = channel;
            this.number = number;
            this.at = run.from();
            this.to = run.to();
        }

        boolean read() throws IOException {
            if (at == to && !buffer.hasRemaining()) {
                return false;
            }
            byte[] head = bytes(2 * Integer.BYTES);
            key = bytes(ByteBuffer.wrap(head).getInt(0));
            value = bytes(ByteBuffer.wrap(head).getInt(Integer.BYTES));
            return true;
        }

        private byte[] bytes(int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int got = 0; got < length; ) {
                if (!buffer.hasRemaining()) {
                    fill();
                }
                int part = Math.min(length - got, buffer.remaining());
                buffer.get(bytes, got, part);
                got += part;
            }
            return bytes;
        }

        private void fill() throws IOException {
            buffer.clear().limit((int) Math.min(BUFFER, to - at));
            int read = channel.read(buffer, at);
            if (read <= 0) {
                throw new EOFException("the temporary file of ddevbak was cut");
            }
            at += read;
            buffer.flip();
        }
    }
}
