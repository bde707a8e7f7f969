package io.github.ddevbak.database;

import java.io.IOException;
import java.io.OutputStream;

/** Takes a plain dump and writes it as it is to be stored. */
interface DumpSink extends AutoCloseable {
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Writes what is left; what it writes to stays open. */
    void finish() throws IOException;

    @Override
    void close();

    /** Writes the dump as it is. */
    record Plain(OutputStream file) implements DumpSink {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void finish() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
