package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A running demonstration, struck by signals at random points; {@code -Dddevbak.strikes=100} for the long form. */
class SignalsIT {
    private static final long SEED = 20261122;

    @TempDir
    static Path folder;

    private static Path kept = Path.of("");
    private static long wholeMillis;

    @BeforeAll
    static void measureAnUndisturbedRun() throws IOException, InterruptedException {
        kept = folder.resolve("kept");
        long begun = System.nanoTime();
        assertThat(program().run("demo", "--keep", kept.toString()).code()).isZero();
        wholeMillis = (System.nanoTime() - begun) / 1_000_000;
    }

    static Stream<Strike> strikes() {
        int number = Integer.getInteger("ddevbak.strikes", 3);
        Random random = new Random(SEED);
        return Stream.of("INT", "TERM", "KILL")
                .flatMap(signal -> Stream.generate(() -> new Strike(signal, random.nextDouble()))
                        .limit(number));
    }

    /** @param at when, as a part of an undisturbed run */
    record Strike(String signal, double at) {}

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("strikes")
    void aStruckRunLeavesNoHalfSetListedAndEveryProjectAsItWas(Strike strike) throws IOException, InterruptedException {
        PackagedProgram.Running running = program().start("demo", "--keep", kept.toString());
        running.process().waitFor((long) (wholeMillis * strike.at()), TimeUnit.MILLISECONDS);
        program()
                .start(List.of(
                        "kill", "-s", strike.signal(), "" + running.process().pid()))
                .end();
        PackagedProgram.Ended ended = running.end();

        assertThat(ended.code()).as(ended.err()).isIn(codes(strike.signal()));
        if (!strike.signal().equals("KILL")) {
            assertThat(leftovers()).isEmpty();
        }
        assertThat(listed()).doesNotContain("partial", "store.broken-set");
        assertThat(program().run("demo", "--keep", kept.toString()).code()).isZero();
        assertThat(leftovers()).isEmpty();
    }

    /** 0 where it was done before the signal came. */
    private static List<Integer> codes(String signal) {
        return switch (signal) {
            case "INT" -> List.of(0, 130);
            case "TERM" -> List.of(0, 143);
            default -> List.of(0, 137);
        };
    }

    private static String listed() throws IOException, InterruptedException {
        PackagedProgram.Ended list = program()
                .run("list", "--json", "--dest", kept.resolve("backups").toString());
        assertThat(list.code()).isZero();
        return list.out();
    }

    /** Unsealed sets, and records of projects that were not put back. */
    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> all = Files.walk(kept)) {
            return all.filter(path -> path.toString().endsWith(".partial")
                            || path.toString().matches(".*/started/[^/]+\\.json"))
                    .toList();
        }
    }

    private static PackagedProgram program() {
        return new PackagedProgram(folder, Map.of());
    }
}
