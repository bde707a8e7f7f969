package io.github.ddevbak.settings;

import io.github.ddevbak.process.Invocation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A line that the user wrote for the shell; it may hold a secret, so it is neither an argument nor in a log. Pure. */
public final class ShellLine {
    private static final String VARIABLE = "DDEVBAK_SHELL_LINE";

    private ShellLine() {}

    /**
     * The call that runs it.
     *
     * @param environment what the line may use beside what we have
     */
    public static Invocation call(String line, Map<String, String> environment, Duration patience) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(VARIABLE, line);
        return Invocation.of("/bin/sh", "-c", "line=$" + VARIABLE + "; unset " + VARIABLE + "; eval \"$line\"")
                .with(variables)
                .within(patience)
                .sheltered(true);
    }
}
