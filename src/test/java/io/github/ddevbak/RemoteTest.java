package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a repository of a real restic: listed, read again, brought back on another machine, and pruned. */
class RemoteTest {
    @TempDir
    Path folder;

    private RemoteWorld world;

    @BeforeEach
    void copyASet() throws IOException {
        world = new RemoteWorld(folder);
        world.makeSet();
        world.init();
        assertThat(run("copy", "--host", "laptop").exit()).isZero();
    }

    private InProcess run(String... words) {
        return world.run(words);
    }

    @Test
    void anotherMachineRestoresWithNothingButTheRepositoryAndItsPassword() throws IOException {
        String before = world.projects().server("shop");
        String set = world.newest();
        world.projects().empty("shop");
        world.onAnotherMachine();
        world.set("RESTIC_REPOSITORY", world.repository().toString());
        world.set(
                "RESTIC_PASSWORD_FILE", folder.toRealPath().resolve("password").toString());

        InProcess list = run("list", "--remote", "--host", "laptop");
        InProcess dry = run("restore", "shop", "--from-remote", "--dry-run");
        InProcess restore = run("restore", "shop", "--from-remote", "--yes", "--no-safety-copy");
        InProcess again = run("restore", "shop", "--from-remote", "--yes", "--no-safety-copy");

        assertThat(list.out()).contains("shop").contains(set).contains("laptop");
        assertThat(dry.out()).contains("would bring the set " + set);
        assertThat(restore.exit()).as(restore.err()).isZero();
        assertThat(restore.err()).contains("read it to its end");
        assertThat(world.projects().server("shop")).isEqualTo(before);
        assertThat(run("verify").exit()).isZero();
        assertThat(again.err()).doesNotContain("brought");
        assertThat(run("restore", "nosuch", "--from-remote", "--yes").exit()).isEqualTo(2);
        assertThat(run("restore", "shop", "--from-remote", "--set", "1999", "--yes")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whatIsNoSetThereKeepsNoOtherFromComingBackAndCannotWriteToATerminal() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd"));
        Files.writeString(odd.resolve("set.json"), "{}");
        world.restic(
                odd, "backup", ".", "--host", "evil\u001b[31m", "--tag", "ddevbak,project=shop,set=29990101T000000Z");
        String set = world.newest();
        world.onAnotherMachine();
        world.configure("nas", world.repository().toString());

        InProcess list = run("list", "--remote");
        InProcess dry = run("restore", "shop", "--from-remote", "--dry-run");
        InProcess prune = run("prune", "--remote", "--keep-last", "1");

        assertThat(list.out()).contains("29990101T000000Z", "evil").doesNotContain("\u001b");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("would bring the set " + set).doesNotContain("would bring the set 2999");
        assertThat(dry.err())
                .contains("the record of the set 29990101T000000Z of shop in nas", "an older set is taken")
                .doesNotContain("\u001b");
        assertThat(prune.exit()).as(prune.err()).isEqualTo(1);
        assertThat(prune.err()).contains("the record of the set 29990101T000000Z of shop in nas");
    }

    @Test
    void aRestoreIsNotPutTogetherFromTheSetsOfTwoMachines() throws IOException {
        assertThat(world.later(Duration.ofHours(1), "all", "--only", "code").exit())
                .isLessThanOrEqualTo(3);
        String newer = world.newest();
        assertThat(run("copy", "--host", "tower", "--set", newer).exit()).isZero();
        world.onAnotherMachine();
        world.configure("nas", world.repository().toString());

        InProcess newest = run("restore", "shop", "--only", "database,code", "--from-remote", "--dry-run");
        InProcess laptop = run("restore", "shop", "--from-remote", "--host", "laptop", "--dry-run");

        assertThat(newest.out()).containsOnlyOnce("would bring the set").contains(newer);
        assertThat(newest.err()).contains("from several machines", "--host (laptop)");
        assertThat(laptop.out()).containsOnlyOnce("would bring the set").doesNotContain(newer);
        assertThat(laptop.err()).doesNotContain("several machines");
    }

    @Test
    void aSetThatIsHereAndWentBadIsNotTakenForTheGoodOneThere() throws IOException {
        turn(world.destination()
                .resolve("projects/shop")
                .resolve(world.newest())
                .resolve("database/db.sql.gz"));

        InProcess restore = run("restore", "shop", "--from-remote", "--yes");

        assertThat(restore.exit()).as(restore.err()).isEqualTo(4);
        assertThat(restore.err()).contains("is here, and is not as it was sealed", "--dest");
    }

    @Test
    void aTurnedByteInAPackIsFoundInOneOfTheRunsAndNothingBadIsBroughtBack() throws IOException {
        String[] share = {"verify", "--remote", "--sample", "34%", "--json"};
        for (int turn = 1; turn <= 3; turn++) {
            InProcess good = run(share);
            assertThat(good.exit()).as(good.err()).isZero();
            JsonNode one =
                    new ObjectMapper().readTree(good.out()).path("repositories").path(0);
            assertThat(one.path("turn").asInt()).isEqualTo(turn);
            assertThat(one.path("whole").asText().isEmpty()).isEqualTo(turn < 3);
        }
        for (Path pack : RemoteWorld.packs(world.repository())) {
            turn(pack);
        }

        List<Integer> codes = new ArrayList<>();
        for (int run = 0; run < 3 && !codes.contains(4); run++) {
            codes.add(run(share).exit());
        }
        InProcess status = run("prune", "--remote", "--keep-last", "1");
        world.onAnotherMachine();
        world.configure("nas", world.repository().toString());
        InProcess restore = run("restore", "shop", "--from-remote", "--yes");

        assertThat(codes).contains(4);
        assertThat(status.err()).contains("Nothing is removed from nas");
        assertThat(restore.exit()).isEqualTo(4);
        assertThat(world.destination().resolve("projects/shop")).isEmptyDirectory();
    }

    private static void turn(Path pack) throws IOException {
        assertThat(pack.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(10);
            int old = file.read();
            file.seek(10);
            file.write(old ^ 0x55);
        }
    }

    @Test
    void prunedByThePolicyTheNewestGoodCopyStays() throws IOException {
        String first = world.newest();
        world.makeSet();
        assertThat(run("copy", "--host", "laptop").exit()).isZero();
        String second = world.newest();

        InProcess dry = run("prune", "--remote", "--keep-last", "1", "--dry-run");
        InProcess both = run("list", "--remote");
        InProcess prune = run("prune", "--remote", "--keep-last", "1");
        InProcess one = run("list", "--remote");

        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains(first);
        assertThat(both.out()).contains(first + " ").contains(second + " ");
        assertThat(prune.exit()).as(prune.err()).isZero();
        assertThat(one.out()).doesNotContain(first + " ").contains(second + " ");
        assertThat(run("verify", "--remote").exit()).isZero();
        assertThat(run("prune", "--remote").exit()).isEqualTo(2);
    }

    @Test
    void onATerminalItShowsHowFarItIsAndAFailureStandsInALineOfItsOwn() throws IOException {
        InProcess verify = run("verify", "--remote", "--progress", "always");
        world.configure("nas", world.repository() + "-not-there");
        InProcess prune = run("prune", "--remote", "--keep-last", "1", "--progress", "always");

        assertThat(verify.err())
                .containsPattern("nas: reading it again, (\\d+) of \\1 …")
                .endsWith("\r\u001b[K");
        assertThat(prune.err()).contains("nas: looking what is there …\r\u001b[Kddevbak: Nothing is there of");
    }

    @Test
    void nothingIsPrunedWhileTheNewestCopyLooksEmptied() throws IOException {
        world.projects().empty("shop");
        world.makeSet();
        assertThat(run("copy", "--host", "laptop").exit()).isZero();

        InProcess prune = run("prune", "--remote", "--keep-last", "1");

        assertThat(prune.exit()).isEqualTo(3);
        assertThat(prune.err()).contains("looks emptied");
    }
}
