package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.demo.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {
    private static final byte[] DATA = Volumes.tar("5 ./", "0 ./dump.rdb REDIS0011", "2 ./current dump.rdb");
    private static final byte[] LATER = Volumes.tar("5 ./", "0 ./dump.rdb WORTHLESS and longer");

    @TempDir
    Path folder;

    private RecordedWorld world;
    private Volumes volumes;

    @BeforeEach
    void aProjectWithARunningService() throws IOException {
        world = new RecordedWorld(folder.resolve("home"), "shop");
        volumes = new Volumes(world);
        volumes.add("shop", "redis", "running", DATA);
    }

    @Test
    void aVolumeIsStoredAsItIsAndItsServiceRunsAgain() throws IOException {
        InProcess made = run("", "all", "--volumes", "--only", "database");

        assertThat(made.exit()).as(made.out() + made.err()).isZero();
        Path archive = newest().resolve("volumes/redis.tar.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            assertThat(in.readAllBytes()).isEqualTo(DATA);
        }
        assertThat(Files.readString(newest().resolve("set.json")))
                .contains(
                        "\"part\": \"volumes\"", "\"files\": 2", "\"plainBytes\": 9", "\"name\": \"ddev-shop_redis\"");
        assertThat(Files.readString(newest().resolve("RESTORE.md")))
                .contains("gunzip -t volumes/redis.tar.gz", "-v ddev-shop_redis:/volume");
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @Test
    void withoutBeingAskedForVolumesAreNoPartAndStatusSaysSo() throws IOException {
        run("", "all", "--only", "database");

        InProcess before = run("", "status");
        run("", "all", "--only", "database,volumes");
        InProcess after = run("", "status");

        assertThat(before.out() + before.err()).contains("are in no set: redis");
        assertThat(after.out() + after.err()).doesNotContain("are in no set");
    }

    @Test
    void theConfigurationCanAskForThem() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), "only: [database]\nvolumes: true\n");

        InProcess made = run("", "all", "-c", file.toString(), "--json");

        assertThat(made.part("shop", "volumes")).as(made.out() + made.err()).isEqualTo("ok");
        assertThat(run("", "config", "show", "-c", file.toString()).out()).contains("volumes");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TRUNCATED_WITH_SUCCESS@DOCKER_RUN | ends before its end mark",
                "EMPTY_FILE@DOCKER_RUN | ends before its end mark",
                "DIES_HALF_WAY@DOCKER_RUN | 137",
                "HANGS@DOCKER_RUN | no end within",
                "EXIT_1@DOCKER_RUN | Something went wrong",
                "VOLUME_MADE_ANEW@DOCKER_RUN | it was removed meanwhile",
                "EMPTY_LIST@DOCKER_IMAGE | ddevbak pulls none",
                "EXIT_1@DOCKER_PAUSE | left alone",
                "LIES@DOCKER_PAUSE | is still at work",
                "DOCKER_DOWN@DOCKER_VOLUME | docker did not answer",
            })
    void whatIsNotProvedIsNotKeptAndTheServiceRunsAgain(String fault, String sentence) throws IOException {
        InProcess made = run(fault, "all", "--volumes", "--only", "database", "--json");

        assertThat(made.part("shop", "volumes")).isEqualTo("failed");
        assertThat(made.out()).contains(sentence);
        assertThat(newest().resolve("volumes")).doesNotExist();
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 ../../etc/passwd root | leads out of the volume",
                "0 /etc/passwd root | leads out of the volume",
                "2 ./out /etc;0 ./out/passwd root | lies behind a link",
                "1 ./hard ../../etc/passwd | leads out of the volume",
                "3 ./sda | neither a file",
            })
    void anArchiveThatCouldWriteElsewhereIsRefused(String entries, String sentence) throws IOException {
        Files.write(volumes.file("shop", "redis"), Volumes.tar(entries.split(";", -1)));

        InProcess made = run("", "all", "--volumes", "--only", "database", "--json");

        assertThat(made.part("shop", "volumes")).isEqualTo("failed");
        assertThat(made.out()).contains(sentence);
    }

    @Test
    void aServiceThatEndsWhileItIsFrozenIsStartedAgain() throws IOException {
        InProcess made = run("FROZEN_CONTAINER_ENDS@DOCKER_RUN", "all", "--volumes", "--only", "database");

        assertThat(made.exit()).as(made.out() + made.err()).isZero();
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @Test
    void aServiceThatIsRemovedWhileItIsFrozenIsTold() throws IOException {
        InProcess made = run("FROZEN_CONTAINER_REMOVED@DOCKER_RUN", "all", "--volumes", "--only", "database", "--json");

        assertThat(made.out()).contains("volumes.service-gone", "was removed while it was held up");
        nothingIsHeld();
    }

    @Test
    void aServiceThatCannotBeLetGoIsAnErrorAndTheNextRunLetsItGo() throws IOException {
        InProcess made = run("EXIT_1@DOCKER_UNPAUSE", "all", "--volumes", "--only", "database", "--json");

        assertThat(made.exit()).isEqualTo(1);
        assertThat(made.out()).contains("volumes.not-released");
        assertThat(world.containers("shop")).containsEntry("redis", "paused");
        run("", "all", "--only", "database");
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"exited", "paused", "''"})
    void aServiceThatDoesNotRunIsLeftAsItIs(String state) throws IOException {
        if (state.isEmpty()) {
            world.set("shop", "stopped");
        } else {
            volumes.add("shop", "redis", state, DATA);
        }

        InProcess made = run("", "all", "--volumes", "--only", "database", "--json");

        assertThat(made.part("shop", "volumes")).as(made.out() + made.err()).isEqualTo("ok");
        assertThat(world.containers("shop").getOrDefault("redis", "")).isEqualTo(state);
    }

    @Test
    void aCancelledRunLetsTheServiceGo() throws IOException {
        InProcess made = run("CANCELLED_HALF_WAY@DOCKER_RUN", "all", "--volumes", "--only", "database");

        assertThat(made.exit()).isGreaterThanOrEqualTo(130);
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @Test
    void aVolumeThatWasNeverMadeIsNothingToSave() throws IOException {
        Files.delete(volumes.file("shop", "redis"));

        InProcess made = run("", "all", "--volumes", "--only", "database", "--json");

        assertThat(made.part("shop", "volumes")).isEqualTo("none");
    }

    @Test
    void whatWasInAVolumeComesBackAfterASafetyCopyAndTheServiceRunsAgain() throws IOException {
        run("", "all", "--volumes", "--only", "database");
        Files.write(volumes.file("shop", "redis"), LATER);

        InProcess plan = run("", "restore", "shop", "--volumes", "--dry-run");
        InProcess restored = run("", "restore", "shop", "--volumes", "--yes");

        assertThat(plan.out()).contains("stop the services that use volume 'redis'", "2 files, 9 bytes");
        assertThat(restored.exit()).as(restored.out() + restored.err()).isZero();
        assertThat(volumes.file("shop", "redis")).hasBinaryContent(DATA);
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
        assertThat(new StoredSets(destination())
                        .of("shop").stream()
                                .filter(set -> set.getFileName().toString().contains("before-restore"))
                                .map(set -> set.resolve("volumes/redis.tar.gz")))
                .hasSize(1)
                .allMatch(Files::exists);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "LIES@DOCKER_RUN#3 | read back",
                "PARTIAL_FILE@DOCKER_RUN#3 | read back",
                "DIES_HALF_WAY@DOCKER_RUN#3 | 137",
                "EXIT_1@DOCKER_STOP | left alone",
                "EXIT_1@DOCKER_RUN#2 | nothing was touched",
            })
    void aRestoreThatIsNotProvedIsAnErrorAndTheServiceRunsAgain(String fault, String sentence) throws IOException {
        run("", "all", "--volumes", "--only", "database");
        Files.write(volumes.file("shop", "redis"), LATER);

        InProcess restored = run(fault, "restore", "shop", "--volumes", "--yes");

        assertThat(restored.exit()).isEqualTo(1);
        assertThat(restored.out() + restored.err()).contains(sentence);
        assertThat(world.containers("shop")).containsEntry("redis", "running");
        nothingIsHeld();
    }

    @Test
    void aProjectWithoutThatVolumeIsToldWhatToDo() throws IOException {
        run("", "all", "--volumes", "--only", "database");
        Files.delete(volumes.file("shop", "redis"));

        InProcess restored = run("", "restore", "shop", "--volumes", "--yes");

        assertThat(restored.exit()).isEqualTo(1);
        assertThat(restored.out() + restored.err()).contains("has no volume 'redis'", "ddev start shop");
    }

    @Test
    void verifyReadsArchivesToTheirEndAndFindsTheOneThatWasChanged() throws IOException {
        run("", "all", "--volumes", "--only", "database");
        InProcess good = run("", "verify", "shop");
        Path archive = newest().resolve("volumes/redis.tar.gz");
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 4;
        Files.write(archive, bytes);

        InProcess bad = run("", "verify", "shop");
        InProcess restored = run("", "restore", "shop", "--volumes", "--yes");

        assertThat(good.exit()).as(good.out() + good.err()).isZero();
        assertThat(bad.exit()).isEqualTo(4);
        assertThat(bad.out()).contains("volumes/redis.tar.gz");
        assertThat(restored.err()).contains("nothing was touched");
        assertThat(volumes.file("shop", "redis")).hasBinaryContent(DATA);
    }

    @Test
    void aNameOfAVolumeCanLeadNowhere() throws IOException {
        Files.writeString(
                world.approot("shop").resolve(".ddev/docker-compose.evil.yaml"),
                "volumes:\n  ../../evil:\n  \"a,source=/etc\\u001b[2J\":\n    name: \"$HOME,target=/\"\n",
                UTF_8);

        InProcess made = run("", "all", "--volumes", "--only", "database");

        assertThat(made.exit()).as(made.out() + made.err()).isZero();
        assertThat(made.out() + made.err()).doesNotContain("\u001b[2J");
        assertThat(newest().resolve("volumes")).isDirectoryNotContaining("glob:**evil*");
    }

    private void nothingIsHeld() {
        Path held = folder.resolve("home/.local/state/ddevbak/held");
        assertThat(held)
                .satisfiesAnyOf(
                        one -> assertThat(one).doesNotExist(),
                        one -> assertThat(one).isEmptyDirectory());
    }

    private Path newest() throws IOException {
        List<Path> sets = new StoredSets(destination()).of("shop");
        return sets.get(sets.size() - 1);
    }

    private Path destination() {
        return folder.resolve("backups");
    }

    private InProcess run(String faults, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", destination().toString()));
        InProcess ran = InProcess.run(world, Faults.parse(faults), all);
        world.again();
        return ran;
    }
}
