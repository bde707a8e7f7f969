package io.github.ddevbak.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Starts what goes on when we are gone: it reads nothing, says nothing, and nobody waits for it. */
public final class Detached {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    private Detached() {}

    /**
     * Starts it, with our own environment.
     *
     * @throws IOException where it could not be started
     */
    public static void start(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectInput(NOTHING)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
