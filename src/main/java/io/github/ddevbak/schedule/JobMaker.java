package io.github.ddevbak.schedule;

import io.github.ddevbak.process.Programs;
import io.github.ddevbak.settings.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the job of a schedule from where this very program stands. */
public final class JobMaker {
    private static final Duration DOCKER = Duration.ofMinutes(10);

    private final Map<String, String> environment;
    private final Path home;
    private final Self self;
    private final Path folder;

    /**
     * This very program.
     *
     * @param program its path; empty where it is not known
     * @param javaHome of the Java that runs it
     */
    public record Self(String program, String javaHome) {}

    /** @param folder the one that what belongs to the schedule goes to */
    public JobMaker(Map<String, String> environment, Path home, Self self, Path folder) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.self = self;
        this.folder = folder;
    }

    /**
     * A job, and what is to be said of it.
     *
     * @param leftOut variables that looked like secrets, and are not in its environment
     * @param missing programs that it needs and would not find
     */
    public record Made(Job job, List<String> leftOut, List<String> missing) {
        public Made {
            leftOut = List.copyOf(leftOut);
            missing = List.copyOf(missing);
        }
    }

    /**
     * The job.
     *
     * @param options more words for {@code all}
     * @throws ScheduleRefusedException where it cannot be said to a timer
     */
    public Made make(TimerSystem system, Rhythm rhythm, List<String> options) {
        Programs programs = new Programs(environment);
        JobEnvironment made = JobEnvironment.of(
                system, environment, home.toString(), javaHome(), program -> folder(programs, program));
        List<String> missing = List.of("ddev", "docker", "git").stream()
                .filter(program -> programs.find(program).isEmpty())
                .toList();
        String log = folder.resolve("job.log").toString();
        return new Made(
                new Job(rhythm, command(system, program(), rhythm, options), made.variables(), log),
                made.leftOut(),
                missing);
    }

    /**
     * The path of this very program.
     *
     * @throws ScheduleRefusedException where it is not known
     */
    public String program() {
        if (self.program().isEmpty()) {
            throw new ScheduleRefusedException(
                    "This ddevbak does not know its own path. Run it by the program 'ddevbak' itself.");
        }
        return Path.of(self.program()).normalize().toString();
    }

    /** As the user names it where that is the same: such a name outlives an upgrade, the folder behind it may not. */
    private String javaHome() {
        String named = environment.getOrDefault("JAVA_HOME", "");
        try {
            return named.startsWith("/") && Files.isSameFile(java(named), java(self.javaHome()))
                    ? named
                    : self.javaHome();
        } catch (IOException | InvalidPathException none) {
            return self.javaHome();
        }
    }

    private static Path java(String home) {
        return Path.of(home, "bin", "java");
    }

    private static String folder(Programs programs, String program) {
        Optional<Path> found = programs.find(program).map(Path::getParent);
        // A colon would cut the path in two.
        return found.map(Path::toString).filter(name -> name.indexOf(':') < 0).orElse("");
    }

    /** Waits for no other run: that one does the work, or this job is tried again. */
    private static List<String> command(TimerSystem system, String program, Rhythm rhythm, List<String> options) {
        Duration half = rhythm.interval().dividedBy(2);
        List<String> command = new ArrayList<>(List.of(
                program,
                "all",
                "--quiet",
                "--soft-fail",
                "--if-older-than",
                Durations.text(system == TimerSystem.SYSTEMD ? rhythm.fresh() : rhythm.freshAtMoments()),
                "--wait-for-docker",
                Durations.text(Durations.shorter(half, DOCKER)),
                "--lock-wait",
                "0s"));
        command.addAll(options);
        return command;
    }
}
