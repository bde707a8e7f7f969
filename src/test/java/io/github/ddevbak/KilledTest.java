package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What writes, killed with SIGKILL at random points, one after the other in one world that goes on;
 * {@code -Dddevbak.kills=1000} for the long form.
 */
class KilledTest {
    private static final long SEED = 20261128;

    private static final Map<String, List<String>> COMMANDS = Map.of(
            "all", List.of("all"),
            "prune", List.of("prune", "--all", "--keep-last", "1", "--yes"),
            "restore", List.of("restore", "shop", "--config", "--files", "--database", "db", "--yes"));

    @TempDir
    static Path folder;

    private static final Map<String, Long> WHOLE = new HashMap<>();

    private static SampleWorld world;
    private static long seconds;

    @BeforeAll
    static void measureEachUndisturbed() throws IOException, InterruptedException {
        world = new SampleWorld(folder);
        for (String command : List.of("all", "restore", "prune")) {
            Process child = begun(command);
            long start = System.nanoTime();
            String said = new String(child.getInputStream().readAllBytes(), UTF_8);
            assertThat(child.waitFor()).as(said).isIn(0, 3);
            WHOLE.put(command, (System.nanoTime() - start) / 1_000);
        }
    }

    static Stream<Kill> kills() {
        int number = Integer.getInteger("ddevbak.kills", 2);
        Random random = new Random(SEED);
        return Stream.iterate(0, i -> i + 1)
                .limit(number)
                .flatMap(unused ->
                        Stream.of("all", "restore", "prune").map(command -> new Kill(command, random.nextDouble())));
    }

    /** @param at when, as a part of the command undisturbed */
    record Kill(String command, double at) {}

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("kills")
    void everySetThatIsListedVerifiesAndTheNextRunPutsAllRight(Kill kill) throws IOException, InterruptedException {
        Process child = begun(kill.command());
        child.waitFor((long) (Objects.requireNonNull(WHOLE.get(kill.command())) * kill.at()), TimeUnit.MICROSECONDS);
        List<ProcessHandle> orphans = child.descendants().toList();
        child.destroyForcibly().waitFor();
        SimulatedProgram.await(orphans.stream());

        String listed = whole(0, 0, "list", "--json");
        assertThat(listed).doesNotContain("partial", "store.broken-set");
        whole(0, 0, "verify", "--all");
        if (kill.command().equals("restore")) {
            whole(0, 3, "restore", "shop", "--database", "db", "--yes");
        }
        whole(0, 3, "all");
        assertThat(leftovers()).isEmpty();
        if (kill.command().equals("prune")) {
            whole(0, 0, "prune", "--all", "--keep-last", "2", "--yes");
        }
    }

    /** Runs a command of its own second here, to its end. */
    private static String whole(int code, int orCode, String... words) {
        world.later(Duration.ofSeconds(1));
        seconds++;
        InProcess ended = world.run(words);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isIn(code, orCode);
        return ended.out();
    }

    /** Starts a command in a JVM of its own, and returns when it is about to begin. */
    private static Process begun(String command) throws IOException {
        world.later(Duration.ofSeconds(1));
        seconds++;
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SampleWorld.class.getName(),
                folder.toString(),
                "" + seconds));
        words.addAll(COMMANDS.get(command));
        Process child = new ProcessBuilder(words).redirectErrorStream(true).start();
        BufferedReader said = child.inputReader(UTF_8);
        assertThat(said.readLine()).isEqualTo(SampleWorld.BEGUN);
        return child;
    }

    /** Unsealed and half removed sets, scratch files, and records of projects that were not put back. */
    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".partial")
                            || path.getFileName().toString().contains("removing")
                            || path.toString().matches(".*/started/[^/]+\\.json"))
                    .toList();
        }
    }
}
