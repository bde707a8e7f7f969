package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

/** Hands what a simulated child says to the caller, piece by piece, as the output of a real child comes. */
final class Delivery {
    private static final int PIECE = 4096;
    private static final int STDERR_TAIL = 8192;

    private final Cancellation cancellation;

    Delivery(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    ProcessResult deliver(Invocation invocation, Said said, Duration took) throws IOException {
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        Ending ending = pour(invocation, said, captured);
        if (ending.equals(said.ending())) {
            said.aftermath().happen();
        }
        int bound = invocation.output() instanceof Output.Captured output ? output.maxBytes() : 0;
        byte[] all = captured.toByteArray();
        byte[] stderr = said.stderr();
        int from = Math.max(0, stderr.length - STDERR_TAIL);
        return new ProcessResult(
                ending,
                new String(Arrays.copyOf(all, Math.min(bound, all.length)), UTF_8),
                all.length > bound,
                new String(stderr, from, stderr.length - from, UTF_8),
                took);
    }

    private Ending pour(Invocation invocation, Said said, OutputStream captured) throws IOException {
        if (invocation.output() instanceof Output.ToFile output) {
            try (OutputStream file = Files.newOutputStream(output.file())) {
                return pourInto(file, invocation, said);
            }
        }
        OutputStream sink = invocation.output() instanceof Output.ToSink output ? output.sink() : captured;
        return pourInto(sink, invocation, said);
    }

    private Ending pourInto(OutputStream sink, Invocation invocation, Said said) {
        for (int from = 0; from < said.stdout().length; from += PIECE) {
            if (cancelled(invocation)) {
                return new Ending.Cancelled();
            }
            try {
                sink.write(said.stdout(), from, Math.min(PIECE, said.stdout().length - from));
            } catch (IOException | RuntimeException e) {
                return new Ending.OutputRefused("its output could not be taken: " + e.getMessage());
            }
        }
        if (said.ending() instanceof Ending.Cancelled) {
            cancel();
        }
        return cancelled(invocation) ? new Ending.Cancelled() : said.ending();
    }

    /** Whether the user wants this call to end now. */
    boolean cancelled(Invocation invocation) {
        return !invocation.sheltered()
                && (cancellation.requested() || Thread.currentThread().isInterrupted());
    }

    void cancel() {
        cancellation.request();
    }
}
