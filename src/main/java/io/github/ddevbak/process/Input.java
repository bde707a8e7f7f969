package io.github.ddevbak.process;

import java.io.InputStream;
import java.nio.file.Path;

/** What a child reads on its standard input; never the terminal. */
public sealed interface Input {

    /** The null device: the child meets end of file at once. */
    record Nothing() implements Input {}

    /** The bytes of a file. */
    record FromFile(Path file) implements Input {}

    /** The bytes of a stream, which is read to its end and closed by the runner. */
    record FromStream(InputStream stream) implements Input {}
}
