package io.github.ddevbak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged {@code target/ddevbak} as a child process, as a user's shell runs it. */
final class PackagedProgram {
    private static final long LONGEST_MINUTES = 15;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder working directory, where the output is kept too
     * @param environment laid over this process's own
     */
    PackagedProgram(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What came of a run. */
    record Ended(int code, String out, String err) {}

    /** A run that goes on. */
    record Running(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        }

        private static String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
    }

    Ended run(String... words) throws IOException, InterruptedException {
        return start(words).end();
    }

    Running start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("ddevbak.program"));
        command.addAll(Arrays.asList(words));
        return start(command);
    }

    /** Any other program, in the same surroundings. */
    Running start(List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Nothing is left running in the background that writes into a folder of a test.
        builder.environment().put("XDG_CACHE_HOME", "/dev/null");
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Running(builder.start(), out, err);
    }
}
