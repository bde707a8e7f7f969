package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rescue whose disk is full or that is killed leaves the repository as it was and no half set that is listed;
 * {@code -Dddevbak.strikes=100} for the long form.
 */
class RescueTroubleIT {
    private static final long SEED = 20261128;
    private static final String FOOTPRINT =
            "find . -printf '%p %T@ %s %m\\n' | sort; find . -type f -print0 | sort -z | xargs -0 sha256sum";

    @TempDir
    Path folder;

    private RescueWorld world;
    private Path backups;
    private String before = "";

    @BeforeEach
    void aProjectWithMuchThatNoRemoteHas() throws IOException {
        world = new RescueWorld(folder);
        backups = Files.createDirectory(folder.resolve("backups"));
        world.shell(world.shop(), """
                head -c 6000000 /dev/urandom > large
                git add .
                git commit -qm large
                head -c 3000000 /dev/urandom > untracked
                echo changed > text
                git worktree add -q --detach ../linked
                echo new > ../linked/new
                """);
        before = world.shell(
                world.folder(), "for each in shop linked origin.git; do cd $each;" + FOOTPRINT + "; cd ..; done");
    }

    static Stream<Double> moments() {
        Random random = new Random(SEED);
        return Stream.generate(random::nextDouble).limit(Integer.getInteger("ddevbak.strikes", 3));
    }

    @ParameterizedTest(name = "at {0} of a whole run, seed " + SEED)
    @MethodSource("moments")
    void aKilledRescueLeavesTheRepositoryAsItWasAndTheNextOneTidiesUp(double at)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        assertThat(rescue().code()).isZero();
        long wholeMillis = (System.nanoTime() - begun) / 1_000_000;

        PackagedProgram.Running running = program().start(words());
        running.process().waitFor((long) (wholeMillis * at), TimeUnit.MILLISECONDS);
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        running.end();

        assertAsItWas();
        assertThat(listed()).doesNotContain("partial", "store.broken-set");
        assertThat(rescue().code()).isZero();
        assertThat(leftovers()).isEmpty();
        assertThat(program()
                        .run("verify", "--all", "--dest", backups.toString())
                        .code())
                .isZero();
        assertAsItWas();
    }

    /** The bundle does not fit, or what proves it does not: then it stays a loss beside what was saved. */
    @ParameterizedTest
    @CsvSource({"1m, 1", "7m, 3"})
    void aFullDiskIsToldAndNothingHalfIsKept(String size, int exit) throws IOException, InterruptedException {
        assumeTrue(mounted(size), "a small disk can be mounted by root only");
        try {
            PackagedProgram.Ended ended = rescue();

            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(exit);
            assertThat(ended.out() + ended.err()).contains("shop").contains("No space left on device");
            assertAsItWas();
            assertThat(leftovers()).isEmpty();
            assertThat(program()
                            .run("verify", "--all", "--dest", backups.toString())
                            .code())
                    .isIn(0, 1);
            assertThat(world.shell(backups, "find . -name '*.bundle'")).isEmpty();
        } finally {
            world.shell(folder, "umount backups");
        }
    }

    @Test
    void aFileThatGrowsTooLargeForItsDiskIsToldAndNothingHalfIsKept() throws IOException, InterruptedException {
        String command = "ulimit -f 2000; exec \"$@\"";
        Stream<String> words = Stream.concat(
                Stream.of("bash", "-c", command, "bash", System.getProperty("ddevbak.program")), Stream.of(words()));

        PackagedProgram.Ended ended = program().start(words.toList()).end();

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(1);
        assertAsItWas();
        assertThat(leftovers()).isEmpty();
        assertThat(world.shell(backups, "find . -name '*.bundle' -o -name '*.tar.gz'"))
                .isEmpty();
    }

    private boolean mounted(String size) {
        return world.shell(folder, "mount -t tmpfs -o size=" + size + " tmpfs backups 2>/dev/null && echo yes || true")
                .contains("yes");
    }

    private void assertAsItWas() {
        assertThat(world.shell(
                        world.folder(),
                        "for each in shop linked origin.git; do cd $each;" + FOOTPRINT + "; cd ..; done"))
                .isEqualTo(before);
    }

    private String listed() throws IOException, InterruptedException {
        PackagedProgram.Ended list = program().run("list", "--json", "--dest", backups.toString());
        assertThat(list.code()).as(list.err()).isZero();
        return list.out();
    }

    private String leftovers() {
        return world.shell(backups, "find . -name '*.partial' -o -name .scratch");
    }

    private PackagedProgram.Ended rescue() throws IOException, InterruptedException {
        return program().run(words());
    }

    private String[] words() {
        return new String[] {
            "git-check", "--rescue", "--project-dir", world.shop().toString(), "--dest", backups.toString()
        };
    }

    private PackagedProgram program() {
        return new PackagedProgram(
                folder,
                Map.of(
                        "HOME", folder.resolve("home").toString(),
                        "XDG_STATE_HOME", "",
                        "XDG_CONFIG_HOME", "",
                        "XDG_DATA_HOME", "",
                        "JAVA_HOME", System.getProperty("java.home")));
    }
}
