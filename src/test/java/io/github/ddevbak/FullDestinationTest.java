package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A destination on a small file system of its own, full to random levels; {@code -Dddevbak.levels=50} for the long form.
 * To mount one takes root and a system that lets it.
 */
class FullDestinationTest {
    private static final long SEED = 20261128;
    private static final int SIZE = 8 << 20;

    @TempDir
    static Path folder;

    private static SampleWorld world;
    private static boolean mounted;
    private static long setsOfOneRun;

    @BeforeAll
    static void mountASmallFileSystem() throws IOException, InterruptedException {
        world = new SampleWorld(folder);
        Path backups = Files.createDirectories(folder.resolve("backups"));
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", backups.toString());
        assumeTrue(mounted, "a file system cannot be mounted here");
        long before = free();
        assertThat(world.run("all").exit()).isIn(0, 3);
        setsOfOneRun = before - free();
    }

    @AfterAll
    static void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(succeeds("umount", folder.resolve("backups").toString())).isTrue();
        }
    }

    static Stream<Long> levels() {
        Random random = new Random(SEED);
        return Stream.generate(random::nextDouble)
                .limit(Integer.getInteger("ddevbak.levels", 3))
                .map(share -> (long) (share * 1.3 * setsOfOneRun));
    }

    @ParameterizedTest(name = "{0} bytes are left, seed " + SEED)
    @MethodSource("levels")
    void nothingThatDidNotFitIsListedAsGoodAndNothingIsLost(long left) throws IOException {
        String databases = world.databases("shop");
        Path ballast = fill(left);

        InProcess full = later("all");
        InProcess restore = later("restore", "shop", "--database", "db", "--yes");

        assertThat(full.exit()).as(full.out() + full.err()).isIn(0, 1, 3, 10);
        if (full.exit() == 1 || full.exit() == 10) {
            assertThat(full.out() + full.err())
                    .contains(folder.resolve("backups").toString());
        }
        assertThat(restore.exit()).as(restore.out() + restore.err()).isIn(0, 1, 3, 10);
        assertThat(world.databases("shop")).isEqualTo(databases);
        fine(later("verify", "--all"), 0);
        fine(later("prune", "--all", "--keep-last", "1", "--yes"), 0);
        Files.delete(ballast);
        fine(later("all"), 3);
        fine(later("verify", "--all"), 0);
        assertThat(unfinished()).isEmpty();
        fine(later("prune", "--all", "--keep-last", "1", "--yes"), 0);
    }

    private static InProcess later(String... words) {
        world.later(Duration.ofSeconds(1));
        return world.run(words);
    }

    private static void fine(InProcess ended, int orCode) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isIn(0, orCode);
    }

    private static long free() throws IOException {
        return Files.getFileStore(folder.resolve("backups")).getUsableSpace();
    }

    /** Takes all room but so much. */
    private static Path fill(long left) throws IOException {
        Path ballast = folder.resolve("backups/ballast");
        Files.write(ballast, new byte[Math.max(0, (int) (free() - left))]);
        return ballast;
    }

    private static List<Path> unfinished() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("backups"))) {
            return all.filter(path -> path.toString().endsWith(".partial")
                            || path.toString().endsWith(".removing"))
                    .toList();
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
