package io.github.ddevbak.process;

import java.io.OutputStream;
import java.nio.file.Path;

/** Where the bytes of a child's standard output go. */
public sealed interface Output {

    /** Kept in memory as text, up to so many bytes; the rest is read and dropped, and said to be missing. */
    record Captured(int maxBytes) implements Output {}

    /** Written to a file that is made or emptied first. */
    record ToFile(Path file) implements Output {}

    /**
     * Handed on as the bytes come, on the calling thread. The runner does not close the sink. A sink that throws ends
     * the child, and the result says {@link Ending.OutputRefused}.
     */
    record ToSink(OutputStream sink) implements Output {}
}
