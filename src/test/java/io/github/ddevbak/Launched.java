package io.github.ddevbak;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.Programs;
import io.github.ddevbak.process.SystemProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How tests start the packaged program, and what a {@link FakeJava} said of it. */
final class Launched {
    private Launched() {}

    static ProcessResult with(Map<String, String> environment, Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new SystemProcessRunner(new Cancellation(), environment).run(Invocation.of(command));
    }

    static ProcessResult by(List<String> shell, Map<String, String> environment, Path directory, String script) {
        List<String> command = new ArrayList<>(shell);
        command.set(0, new Programs(Map.of()).find(shell.get(0)).orElseThrow().toString());
        command.add(script);
        return new SystemProcessRunner(new Cancellation(), environment)
                .run(Invocation.of(command).in(directory));
    }

    /** The path by which the Java that was taken was called. */
    static String java(ProcessResult result) {
        return result.stdout().split("\n", -1)[1];
    }
}
