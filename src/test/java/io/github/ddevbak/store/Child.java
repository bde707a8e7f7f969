package io.github.ddevbak.store;

import io.github.ddevbak.project.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a main of the tests in a JVM of its own, with what a shell can set for it. */
final class Child {
    private Child() {}

    /** Runs it to its end under a line of shell such as {@code umask 0}. */
    static Shell.Ended run(String shell, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell + "; exec \"$@\"", "sh"));
        command.addAll(command(program, arguments));
        return Shell.run(Path.of("."), Map.of("LC_ALL", "C"), command.toArray(String[]::new));
    }

    /** Starts it and waits for its first line. */
    static Process started(String firstLine, Class<?> program, String... arguments) throws IOException {
        Process process = start(program, arguments);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (!firstLine.equals(line)) {
            process.destroyForcibly();
            throw new IllegalStateException("the program said: " + line);
        }
        return process;
    }

    /** Starts it; what it says on either stream is its output. */
    static Process start(Class<?> program, String... arguments) throws IOException {
        return new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
