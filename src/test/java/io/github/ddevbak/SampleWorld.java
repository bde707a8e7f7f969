package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.SampleProjects;
import io.github.ddevbak.demo.SimulatedDdev;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample projects with real git and a simulated ddev, on a machine that can be lost. */
final class SampleWorld {
    /** What a child says before it runs the words it was given. */
    static final String BEGUN = "begun";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:31:05Z"), ZoneOffset.UTC);

    private final Path folder;
    private Path home;
    private Clock clock = CLOCK;

    SampleWorld(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.home = this.folder.resolve("sample/home");
        if (Files.exists(home)) {
            return;
        }
        SampleProjects.create(this.folder.resolve("sample"), git(new Cancellation()), CLOCK);
    }

    /** Runs words in the world of a folder, so many seconds later; the arguments are both, and the words. */
    public static void main(String[] arguments) throws IOException {
        SampleWorld world = new SampleWorld(Path.of(arguments[0]));
        world.later(Duration.ofSeconds(Long.parseLong(arguments[1])));
        System.out.println(BEGUN);
        InProcess ended = world.run(Arrays.copyOfRange(arguments, 2, arguments.length));
        System.out.println(ended.out() + ended.err());
        System.exit(ended.exit());
    }

    private ProcessRunner git(Cancellation cancellation) {
        return new SystemProcessRunner(
                cancellation,
                Map.of(
                        "HOME",
                        home.toString(),
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "PATH",
                        "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"));
    }

    Path project(String name) {
        return folder.resolve("sample/projects").resolve(name);
    }

    /** Another machine: the remotes and the sets are all there is. */
    void loseEverything() throws IOException {
        Files.move(folder.resolve("sample/projects"), folder.resolve("lost"));
        home = Files.createDirectories(folder.resolve("other/home"));
        Files.createDirectories(folder.resolve("sample/projects"));
    }

    /** From now on it is so much later. */
    void later(Duration passed) {
        clock = Clock.offset(clock, passed);
    }

    InProcess run(String... words) {
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
                Map.of("HOME", home.toString()),
                home,
                folder);
        Cancellation cancellation = new Cancellation();
        ProcessRunner runner = new SimulatedDdev(home, git(cancellation), clock, Faults.NONE, cancellation);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", folder.resolve("backups").toString()));
        int exit = new Program(shell, new Wiring(shell, runner, cancellation, clock, false), clock)
                .run(all.toArray(String[]::new));
        return new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** What the database tools say of a project's databases, without the time of the dump. */
    String databases(String name) {
        StringBuilder text = new StringBuilder();
        ProcessRunner ddev = new SimulatedDdev(home, git(new Cancellation()), CLOCK, Faults.NONE);
        ddev.run(Invocation.of("ddev", "start", "-y").in(project(name)));
        for (String database : List.of("db", "reporting")) {
            text.append(ddev.run(Invocation.of(
                                    "ddev",
                                    "exec",
                                    "--raw",
                                    "-s",
                                    "db",
                                    "--",
                                    "mariadb-dump",
                                    "--routines",
                                    "--events",
                                    database)
                            .in(project(name)))
                    .stdout());
        }
        return text.toString();
    }

    /** Path to content of every file that is no business of git's or ddev's own. */
    static Map<String, String> files(Path project) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String path = project.relativize(file).toString();
                boolean generated =
                        path.startsWith(".git/") || path.contains(".ddev-docker") || path.contains("ddev.php");
                if (!generated && !path.endsWith(".gitignore")) {
                    files.put(path, new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
        }
        return files;
    }
}
