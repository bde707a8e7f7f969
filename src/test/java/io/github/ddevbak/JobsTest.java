package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.DdevTurns;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --jobs}: several projects at once, over a simulated ddev. */
class JobsTest {
    private static final Set<String> ALONE = Set.of("start", "stop", "list", "describe", "version", "import-db");

    @TempDir
    Path folder;

    @ParameterizedTest
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @ValueSource(strings = {"export-db", "snapshot"})
    void twoProjectsAreSavedAtOnce(String verb) {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "blog", "big");

        InProcess made = all(world, meeting(world, 2, verb), "--jobs", "2");

        assertThat(made.exit()).as(made.err()).isZero();
    }

    /**
     * Has so many projects meet at the call, and wait for ever if fewer are at work. They describe themselves before it,
     * each alone: the first is held up until the others wait for their turns, which then come before any dump.
     */
    private static ProcessRunner meeting(RecordedWorld world, int projects, String verb) {
        CyclicBarrier all = new CyclicBarrier(projects);
        AtomicBoolean first = new AtomicBoolean(true);
        return before(world, call -> true, call -> {
            boolean ofProject = Thread.currentThread().getName().equals("project");
            if (ofProject && verb(call).equals("describe") && first.getAndSet(false)) {
                while (waitingForTheirTurn() < projects - 1) {
                    Thread.onSpinWait();
                }
            }
            if (verb(call).equals(verb)) {
                await(all);
            }
        });
    }

    private static long waitingForTheirTurn() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(DdevTurns.class.getName())))
                .count();
    }

    @Test
    void whateverStartsOrStopsOrListsGoesAlone() throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop", "blog", "sleepy", "drowsy", "dozy");
        stopped(world, "drowsy", "dozy");
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        ProcessRunner ddev = world.ddev(Faults.NONE);
        ProcessRunner noted = call -> {
            if (!call.command().get(0).equals("ddev")) {
                return ddev.run(call);
            }
            events.add(verb(call));
            try {
                return ddev.run(call);
            } finally {
                events.add("end");
            }
        };

        InProcess made = all(world, noted, "--jobs", "4");

        assertThat(made.exit()).as(made.err()).isZero();
        for (int i = 0; i < events.size(); i++) {
            if (ALONE.contains(events.get(i))) {
                assertThat(events.get(i + 1))
                        .as("after %s, event %d", events.get(i), i)
                        .isEqualTo("end");
                assertThat(open(events.subList(0, i)))
                        .as("before %s, event %d", events.get(i), i)
                        .isZero();
            }
        }
        assertThat(events).contains("start", "stop");
        assertStopped(world, "sleepy", "drowsy", "dozy");
    }

    private static long open(List<String> events) {
        return events.stream().filter(event -> !event.equals("end")).count()
                - events.stream().filter("end"::equals).count();
    }

    @Test
    void theSetsAndWhatIsToldAreTheSameHoweverManyJobs() throws IOException {
        List<Map<String, String>> sets = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String jobs : List.of("1", "4")) {
            Path home = folder.resolve("home");
            RecordedWorld world = new RecordedWorld(home);
            InProcess made = all(world, world.ddev(Faults.NONE), "--jobs", jobs);
            told.add(made.exit() + made.out() + made.err());
            sets.add(files(folder.resolve("backups")));
            Files.move(home, folder.resolve("home-" + jobs));
            Files.move(folder.resolve("backups"), folder.resolve("backups-" + jobs));
        }

        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(sets.get(1)).isEqualTo(sets.get(0)).hasSizeGreaterThan(20);
    }

    @Test
    void aProjectThatFailsStopsNoOther() throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop", "blog", "pgapp", "sleepy");
        ProcessRunner ddev = world.ddev(Faults.NONE);
        ProcessRunner failing =
                call -> verb(call).equals("export-db") && call.command().contains("blog")
                        ? ProcessResult.exited(255, "", "Error: the server has gone away\n")
                        : ddev.run(call);

        InProcess made = all(world, failing, "--jobs", "4");

        assertThat(made.exit()).isEqualTo(1);
        assertThat(new StoredSets(folder.resolve("backups")).of("blog")).isEmpty();
        for (String good : List.of("shop", "pgapp", "sleepy")) {
            assertThat(new StoredSets(folder.resolve("backups")).of(good))
                    .as(good)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "export-db", "snapshot", "stop", "describe"})
    void whoStopsItInTheMiddleFindsEveryProjectAsItWasAndNothingHalf(String verb) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "blog", "big", "sleepy", "drowsy");
        stopped(world, "drowsy");
        CountDownLatch seen = new CountDownLatch(2);
        ProcessRunner striking = before(world, call -> verb(call).equals(verb), call -> {
            seen.countDown();
            if (seen.getCount() == 0) {
                world.cancellation().request();
            }
        });

        InProcess ended = all(world, striking, "--jobs", "4");

        assertThat(ended.exit()).as(ended.err()).isIn(130, 143);
        assertStopped(world, "sleepy", "drowsy");
        assertThat(world.containers("blog")).containsEntry("db", "running");
        assertThat(folder.resolve("home/.local/state/ddevbak/started"))
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        none -> assertThat(none).isEmptyDirectory());
        for (String project : List.of("blog", "big", "sleepy", "drowsy")) {
            assertThat(new StoredSets(folder.resolve("backups")).objections(project))
                    .isEmpty();
            Path snapshots = world.approot(project).resolve(".ddev/db_snapshots");
            assertThat(snapshots)
                    .satisfiesAnyOf(
                            none -> assertThat(none).doesNotExist(),
                            none -> assertThat(none).isEmptyDirectory());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0", "-1", "9", "100000", "99999999999999", "two", "1.5"})
    void aNumberThatCannotBeMeantIsASentenceAndExit2(String jobs) {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "blog");

        InProcess refused = all(world, world.ddev(Faults.NONE), "--jobs=" + jobs);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--jobs takes a number from 1 to 8, and not '" + jobs + "'");
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theConfigurationSaysHowManyToo() throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "blog", "big", "shop");
        Path file = Files.writeString(folder.resolve("config.yaml"), "jobs: 3\n");

        InProcess made = all(world, meeting(world, 3, "snapshot"), "-c", file.toString());

        assertThat(made.exit()).as(made.err()).isZero();
    }

    private InProcess all(RecordedWorld world, ProcessRunner runner, String... words) {
        List<String> all = new ArrayList<>(List.of("all", "--only", "database"));
        all.addAll(List.of(words));
        all.addAll(List.of("--dest", folder.resolve("backups").toString()));
        return InProcess.run(world, runner, all);
    }

    private interface Deed {
        void to(Invocation call);
    }

    private static ProcessRunner before(RecordedWorld world, Predicate<Invocation> which, Deed deed) {
        ProcessRunner ddev = world.ddev(Faults.NONE);
        return call -> {
            if (which.test(call)) {
                deed.to(call);
            }
            return ddev.run(call);
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verb(Invocation call) {
        return call.command().get(0).equals("ddev")
                ? call.command().get(1)
                : call.command().get(0);
    }

    private static void stopped(RecordedWorld world, String... names) {
        for (String name : names) {
            world.run(Faults.NONE, "ddev", "stop", name);
        }
    }

    private static void assertStopped(RecordedWorld world, String... names) throws IOException {
        for (String name : names) {
            assertThat(world.containers(name)).as(name).isEmpty();
        }
    }

    /** Every file by its path; what differs is told by its content. */
    private static Map<String, String> files(Path destination) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(destination)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        destination.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
