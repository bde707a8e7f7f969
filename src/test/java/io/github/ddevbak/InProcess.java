package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run of the whole program over a simulated ddev: exit code and both streams. */
record InProcess(int exit, String out, String err) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:31:05Z"), ZoneOffset.UTC);

    static InProcess run(RecordedWorld world, Faults faults, List<String> words) {
        return run(world, world.ddev(faults), words);
    }

    /** The same with real git beside the simulated ddev; git sees an empty configuration of the user. */
    static InProcess withGit(RecordedWorld world, List<String> words) {
        ProcessRunner ddev = world.ddev(Faults.NONE);
        ProcessRunner git = new SystemProcessRunner(
                world.cancellation(),
                Map.of("HOME", world.home().toString(), "PATH", "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"));
        return run(world, call -> call.command().get(0).equals("git") ? git.run(call) : ddev.run(call), words);
    }

    /** The same with real restic beside the simulated ddev, which sees these variables of the user. */
    static InProcess withRestic(
            RecordedWorld world, Map<String, String> environment, Duration later, List<String> words) {
        ProcessRunner ddev = world.ddev(Faults.NONE);
        ProcessRunner real = new SystemProcessRunner(world.cancellation(), environment);
        ProcessRunner both =
                call -> Set.of("restic", "git").contains(call.command().get(0)) ? real.run(call) : ddev.run(call);
        return run(both, world.cancellation(), world.home(), environment, Clock.offset(CLOCK, later), words);
    }

    /** The same over a runner that stands before the simulated ddev. */
    static InProcess run(RecordedWorld world, ProcessRunner runner, List<String> words) {
        return run(world, runner, Map.of("HOME", world.home().toString()), words);
    }

    /** In a home where no program is ever called. */
    static InProcess alone(Path home, String... words) {
        ProcessRunner none = call -> {
            throw new AssertionError("called " + call);
        };
        return run(none, new Cancellation(), home, Map.of("HOME", home.toString()), CLOCK, List.of(words));
    }

    /** The help of a command, which is named by words with a space between. */
    static InProcess help(Path home, String command) {
        return alone(home, (command + " --help").split(" ", -1));
    }

    /** The long options that a help lists. */
    List<String> longOptions() {
        return out.lines()
                .filter(line -> line.matches(" {2}(-.,| {3}) --.*"))
                .map(line -> line.substring(6).split("[ =]", 2)[0])
                .toList();
    }

    private static InProcess run(
            RecordedWorld world, ProcessRunner runner, Map<String, String> environment, List<String> words) {
        return run(runner, world.cancellation(), world.home(), environment, CLOCK, words);
    }

    private static InProcess run(
            ProcessRunner runner,
            Cancellation cancellation,
            Path home,
            Map<String, String> environment,
            Clock clock,
            List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0,
                clock,
                environment,
                home,
                home);
        Wiring wiring = new Wiring(shell, runner, cancellation, clock, false);
        int exit = new Program(shell, wiring, clock).run(words.toArray(String[]::new));
        return new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The state of a part of a project in the JSON document; {@code -} where it is not in there. */
    String part(String project, String part) throws IOException {
        for (JsonNode one : new ObjectMapper().readTree(out).path("projects")) {
            JsonNode named = one.path("project");
            if ((named.isObject() ? named.path("name") : named).asText().equals(project)) {
                for (JsonNode record : one.path("parts")) {
                    if (record.path("part").asText().equals(part)) {
                        return record.path("state").asText();
                    }
                }
            }
        }
        return "-";
    }
}
