package io.github.ddevbak.demo;

import io.github.ddevbak.process.Cancellation;
import java.io.OutputStream;

/** A sink whose user asks to stop at the first byte. */
final class CancellingSink extends OutputStream {
    private final Cancellation cancellation;

    CancellingSink(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public void write(int b) {
        cancellation.request();
    }
}
