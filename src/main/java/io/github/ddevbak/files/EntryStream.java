package io.github.ddevbak.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes the JSON lines that a walk writes and gives each as what it says. */
final class EntryStream extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final Sink sink;

    EntryStream(Sink sink) {
        this.sink = sink;
    }

    /** Takes one name after the other. */
    @FunctionalInterface
    interface Sink {
        void take(Recorded entry) throws IOException;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, from, i - from);
                from = i + 1;
                finish();
            }
        }
        line.write(bytes, from, offset + length - from);
    }

    private void finish() throws IOException {
        try {
            sink.take(Recorded.entry(line.toByteArray(), ManifestLine::relative));
        } catch (MalformedLineException wrong) {
            throw new IllegalStateException("ddevbak cannot read a line of its own: " + wrong.why(), wrong);
        }
        line.reset();
    }
}
