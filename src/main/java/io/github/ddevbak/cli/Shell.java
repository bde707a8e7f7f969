package io.github.ddevbak.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the program stands in: its streams, environment and folders.
 *
 * @param in standard input, read only where the user says {@code -}
 * @param out standard output: the result and nothing else
 * @param err standard error: everything else
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is a terminal
 * @param columns how wide the terminal is; 0 where it is not known
 * @param clock for what is drawn while work goes on
 */
public record Shell(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        int columns,
        Clock clock,
        Map<String, String> environment,
        Path home,
        Path workingDirectory) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** A folder of the XDG base directory specification 0.8: a relative value counts as unset. */
    public Path folder(String variable, String underHome) {
        String value = variable(variable);
        return value.startsWith("/") ? Path.of(value) : home.resolve(underHome);
    }
}
