package io.github.ddevbak.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a line of shell for a test and says what came of it. */
public final class Shell {
    private Shell() {}

    /** What a line of shell ended with; output holds both streams. */
    public record Ended(int exit, String output) {}

    public static Ended run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("ddevbak-test", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + String.join(" ", command));
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** Whether there is a program of that name to try things with. */
    public static boolean has(String program) throws IOException, InterruptedException {
        return run(Path.of("."), Map.of(), "sh", "-c", "command -v \"$0\"", program)
                        .exit()
                == 0;
    }
}
