package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.SimulatedDdev;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The simulated ddev and docker as programs on a {@code PATH}, for the packaged program to call. */
final class SimulatedProgram {
    private SimulatedProgram() {}

    /** A folder with both, which work on the simulated user's home. */
    static Path programs(Path folder, Path home) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String name : List.of("ddev", "docker")) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:-UsePerfData",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SimulatedProgram.class.getName(),
                    home.toString(),
                    name);
            StringBuilder line = new StringBuilder("#!/bin/sh\nunset JAVA_TOOL_OPTIONS\nexec");
            command.forEach(word -> line.append(' ').append(Invocation.quoted(word)));
            Path program = Files.writeString(programs.resolve(name), line + " \"$@\"\n");
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        }
        return programs;
    }

    /** Runs one of them; the words are the simulated home, the program's name and its arguments. */
    public static void main(String[] words) {
        List<String> command = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        SimulatedDdev ddev = new SimulatedDdev(
                Path.of(words[0]),
                call -> {
                    throw new IllegalStateException("nobody else is to be called: " + call.typed());
                },
                Clock.systemUTC(),
                Faults.NONE);
        ProcessResult result = ddev.run(Invocation.of(command)
                .in(Path.of("").toAbsolutePath())
                .with(System.getenv())
                .reading(System.in)
                .writing(System.out));
        System.out.flush();
        System.err.writeBytes(result.stderrTail().getBytes(UTF_8));
        System.exit(result.ending() instanceof Ending.Exited exited ? exited.code() : 1);
    }

    /** What a killed program leaves running goes on alone, and is waited for. */
    static void await(Stream<ProcessHandle> orphans) {
        orphans.forEach(orphan -> orphan.onExit().join());
    }
}
