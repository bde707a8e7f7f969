package io.github.ddevbak.demo;

import io.github.ddevbak.process.Ending;
import java.io.IOException;
import java.util.Arrays;

/** What a simulated child has to say on its two streams, before it is handed to the caller, and how it ends then. */
final class Said {
    /** The exit code of a program killed by SIGKILL. */
    static final int KILLED = 137;

    private final byte[] stdout;
    private final byte[] stderr;
    private final Ending ending;
    private final Aftermath aftermath;

    /** A deed at the very end; not done by a child that is ended before. */
    @FunctionalInterface
    interface Aftermath {
        void happen() throws IOException;
    }

    private Said(byte[] stdout, byte[] stderr, Ending ending, Aftermath aftermath) {
        this.stdout = stdout;
        this.stderr = stderr;
        this.ending = ending;
        this.aftermath = aftermath;
    }

    Said(byte[] stdout, byte[] stderr, int exit) {
        this(stdout, stderr, new Ending.Exited(exit), () -> {});
    }

    byte[] stdout() {
        return stdout;
    }

    byte[] stderr() {
        return stderr;
    }

    Ending ending() {
        return ending;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    Said then(Aftermath newAftermath) {
        return new Said(stdout, stderr, ending, newAftermath);
    }

    Said ending(Ending newEnding) {
        return new Said(stdout, stderr, newEnding, aftermath);
    }

    /** The same, cut short where it is. */
    Said ending(Interruption interruption) {
        return interruption.strikes() ? ending(interruption.ending()) : this;
    }

    Said saying(byte[] newStdout, byte[] newStderr) {
        return new Said(newStdout, newStderr, ending, aftermath);
    }

    /** Ended in the middle: half its words, nothing done at the end. */
    Said half(Ending newEnding) {
        return new Said(Arrays.copyOf(stdout, stdout.length / 2), stderr, newEnding, () -> {});
    }
}
