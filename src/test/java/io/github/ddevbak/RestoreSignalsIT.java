package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A running restore, killed at random points; {@code -Dddevbak.strikes=100} for the long form. */
class RestoreSignalsIT {
    private static final long SEED = 20261128;
    private static final String NAME = "sleepy";

    @TempDir
    static Path measured;

    private static long wholeMillis;

    @TempDir
    Path folder;

    private World world = new World(Path.of(""));

    /** A damaged, stopped project with a set from before, and the packaged program beside it. */
    private static final class World {
        private final Path folder;

        World(Path folder) {
            this.folder = folder;
        }

        RecordedWorld make() throws IOException, InterruptedException {
            RecordedWorld recorded = new RecordedWorld(folder.resolve("home"), NAME);
            SimulatedProgram.programs(folder, recorded.home());
            PackagedProgram.Ended saved = run("all", "--only", "database");
            assertThat(saved.code()).as(saved.out() + saved.err()).isZero();
            recorded.damage(NAME);
            return recorded;
        }

        PackagedProgram.Ended run(String... words) throws IOException, InterruptedException {
            return start(words).end();
        }

        PackagedProgram.Running start(String... words) throws IOException {
            String[] all = Stream.concat(
                            Stream.of(words),
                            Stream.of("--dest", folder.resolve("backups").toString()))
                    .toArray(String[]::new);
            return program().start(all);
        }

        /** As a user who is not root, whoever runs the tests. */
        private PackagedProgram program() {
            return new PackagedProgram(
                    folder,
                    Map.of(
                            "HOME", folder.resolve("home").toString(),
                            "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                            "XDG_STATE_HOME", "",
                            "XDG_CONFIG_HOME", "",
                            "XDG_DATA_HOME", "",
                            "JAVA_TOOL_OPTIONS", "-Duser.name=somebody"));
        }

        void kill(PackagedProgram.Running running) throws IOException, InterruptedException {
            List<ProcessHandle> orphans = running.process().descendants().toList();
            program()
                    .start(List.of("kill", "-s", "KILL", "" + running.process().pid()))
                    .end();
            SimulatedProgram.await(orphans.stream());
        }

        List<Path> started() throws IOException {
            Path started = folder.resolve("home/.local/state/ddevbak/started");
            try (Stream<Path> all = Files.walk(started)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }
    }

    @BeforeAll
    static void measureAnUndisturbedRestore() throws IOException, InterruptedException {
        World world = new World(measured);
        world.make();
        long begun = System.nanoTime();
        PackagedProgram.Ended restored = world.run("restore", NAME, "--yes");
        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        wholeMillis = (System.nanoTime() - begun) / 1_000_000;
    }

    @BeforeEach
    void placeTheWorld() {
        world = new World(folder);
    }

    static Stream<Strike> strikes() {
        int number = Integer.getInteger("ddevbak.strikes", 1);
        Random random = new Random(SEED);
        return Stream.of("dump", "snapshot")
                .flatMap(from -> Stream.generate(() -> new Strike(from, random.nextDouble()))
                        .limit(number));
    }

    /** @param at when, as a part of an undisturbed restore */
    record Strike(String from, double at) {}

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("strikes")
    void aKilledRestoreLosesNothingAndTheNextCommandsPutAllRight(Strike strike)
            throws IOException, InterruptedException {
        RecordedWorld recorded = world.make();
        String damaged = recorded.server(NAME);
        Map<String, String> found = recorded.containers(NAME);
        StoredSets sets = new StoredSets(folder.resolve("backups"));

        PackagedProgram.Running running = world.start("restore", NAME, "--yes", "--from", strike.from());
        running.process().waitFor((long) (wholeMillis * strike.at()), TimeUnit.MILLISECONDS);
        world.kill(running);
        running.end();

        PackagedProgram.Ended list = world.run("list", "--json");
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).doesNotContain("partial", "store.broken-set");
        assertThat(recorded.server(NAME).equals(damaged) || copied(sets)).isTrue();
        PackagedProgram.Ended next = world.run("all", "--only", "database");
        assertThat(next.code()).as(next.out() + next.err()).isIn(0, 3);
        assertThat(recorded.containers(NAME)).isEqualTo(found);
        assertThat(sets.objections(NAME)).isEmpty();
        PackagedProgram.Ended again =
                world.run("restore", NAME, "--yes", "--from", strike.from(), "--set", first(sets));
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(recorded.server(NAME)).contains("Table[name=product, rows=50]");
        assertThat(recorded.containers(NAME)).isEqualTo(found);
        assertThat(world.started()).isEmpty();
        assertThat(sets.objections(NAME)).isEmpty();
    }

    private static boolean copied(StoredSets sets) throws IOException {
        return sets.of(NAME).stream()
                .map(set -> set.getFileName().toString())
                .anyMatch(id -> id.endsWith("before-restore"));
    }

    private static String first(StoredSets sets) throws IOException {
        return sets.of(NAME).get(0).getFileName().toString();
    }
}
