package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shape that every call of ddev has: quiet, never asking, never reading a terminal. */
final class DdevCall {

    /**
     * Environment of each call; an empty value removes the variable. The removed ones put lines into ddev's JSON (up
     * to v1.24.8) or change what its database container runs. {@code DDEV_NONINTERACTIVE} means "take the default",
     * which is nearly always yes: no call that destroys anything may rely on it.
     */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "NO_COLOR", "1",
            "DDEV_NO_INSTRUMENTATION", "true",
            "DDEV_NONINTERACTIVE", "true",
            "CI", "true",
            "DDEV_NO_TUI", "true",
            "DDEV_DEBUG", "",
            "DDEV_VERBOSE", "",
            "DDEV_GOROUTINES", "",
            "DDEV_DB_CONTAINER_COMMAND", "");

    private DdevCall() {}

    static Invocation of(Duration timeout, String... words) {
        List<String> command = new ArrayList<>();
        command.add("ddev");
        command.addAll(List.of(words));
        return Invocation.of(command).with(ENVIRONMENT).within(timeout);
    }

    /**
     * {@code ddev exec} of a program in the project's database container, never through a shell. It has no project
     * argument before v1.25.2 and so is run in the project's folder.
     */
    static Invocation inDatabase(Project project, Duration timeout, List<String> program) {
        List<String> words = new ArrayList<>(List.of("exec", "--raw", "-s", "db", "--skip-hooks", "--"));
        words.addAll(program);
        return of(timeout, words.toArray(String[]::new)).in(project.approot());
    }

    /**
     * The same for a program that reads its standard input: with {@code --raw} ddev asks the container for its path first,
     * and that question swallows the input (v1.25.3). Without it the one word goes through a shell, so it is quoted.
     */
    static Invocation fedInDatabase(Project project, Duration timeout, List<String> program) {
        String line = program.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
        return of(timeout, "exec", "-s", "db", "--skip-hooks", "--", line).in(project.approot());
    }

    /**
     * Runs a call that is about one project, unless its configuration has gone meanwhile: ddev would then take a
     * parent folder's project for it, or make a new, empty one (ddev v1.25.3).
     */
    static ProcessResult run(ProcessRunner runner, Project project, Invocation call) {
        Path configuration = project.approot().resolve(".ddev").resolve("config.yaml");
        if (!Files.isRegularFile(configuration)) {
            return notCalled(configuration + " has gone since the projects were looked for; ddev was not called");
        }
        return runner.run(call);
    }

    /** What came of a call that was not made. */
    static ProcessResult notCalled(String why) {
        return new ProcessResult(new Ending.NotStarted(why), "", false, why, Duration.ZERO);
    }
}
