package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.store.DestinationLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code copy} with a real restic: what is copied is seen there, and every failure has its own words and code. */
class CopyTest {
    @TempDir
    Path folder;

    private RemoteWorld world;

    @BeforeEach
    void makeASet() throws IOException {
        world = new RemoteWorld(folder);
        world.makeSet();
    }

    private InProcess run(String... words) {
        return world.run(words);
    }

    @Test
    void aSetIsCopiedOnceAndSeenThereWithEveryFile() throws IOException {
        world.init();

        InProcess first = run("copy");
        InProcess again = run("copy", "--json");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).contains("shop").contains("nas: copied").contains("files seen there");
        JsonNode json = new ObjectMapper().readTree(again.out());
        assertThat(json.path("schema").asText()).isEqualTo("ddevbak/copy/1");
        JsonNode set = json.path("repositories").path(0).path("sets").path(0);
        assertThat(set.path("state").asText()).isEqualTo("there");
        try (Stream<Path> files = Files.walk(world.destination().resolve("projects/shop/" + world.newest()))) {
            assertThat(set.path("files").asLong())
                    .isEqualTo(files.filter(Files::isRegularFile).count());
        }
        assertThat(run("list").out()).contains("copied just now");
    }

    @Test
    void aRepositoryThatIsNotThereIsExit10WithTheCommandThatMakesIt() {
        InProcess copy = run("copy");

        assertThat(copy.exit()).isEqualTo(10);
        assertThat(copy.err()).contains("copy --init --repository nas");
    }

    @Test
    void noSetIsRemovedWhileACopyReadsThemAndNoneIsCopiedWhileSomeAreRemoved() throws IOException {
        world.init();
        world.makeSet();
        Path state = world.projects().home().resolve(".local/state/ddevbak");
        InProcess pruned;
        InProcess copied;
        try (DestinationLock copy =
                DestinationLock.readingSets(state, "copy", Instant.EPOCH, Duration.ZERO, () -> false)) {
            assertThat(copy).isNotNull();
            pruned = run("prune", "--all", "--keep-last", "1", "--yes");
        }
        try (DestinationLock prune =
                DestinationLock.removingSets(state, "prune", Instant.EPOCH, Duration.ZERO, () -> false)) {
            assertThat(prune).isNotNull();
            copied = run("copy");
        }

        assertThat(pruned.exit()).as(pruned.out() + pruned.err()).isEqualTo(11);
        assertThat(pruned.err()).contains("copy");
        assertThat(new StoredSets(world.destination()).of("shop")).hasSize(2);
        assertThat(copied.exit()).as(copied.out() + copied.err()).isEqualTo(11);
        assertThat(copied.err()).contains("prune");
    }

    @Test
    void copiesThatHaveNotKeptUpAreToldOf() {
        world.init();
        run("copy");

        InProcess old = world.later(Duration.ofHours(27), "status", "--max-age", "26h");
        InProcess kept = world.later(Duration.ofHours(25), "status", "--max-age", "26h");

        assertThat(old.out()).contains("the newest copy of 'shop' off this machine", "'ddevbak copy shop'");
        assertThat(kept.out()).doesNotContain("off this machine, ");
    }

    @Test
    void aRepositoryIsMadeOnce() {
        world.init();

        assertThat(run("copy", "--init").exit()).isEqualTo(1);
        assertThat(run("copy").exit()).isZero();
    }

    @Test
    void aWrongOrMissingPasswordIsExit12AndStandsInNoMessage() throws IOException {
        world.init();
        Files.writeString(folder.resolve("password"), "battery staple\n");

        InProcess wrong = run("copy", "-vv");
        Files.delete(folder.resolve("password"));
        InProcess missing = run("copy");

        assertThat(wrong.exit()).as(wrong.err()).isEqualTo(12);
        assertThat(wrong.err() + wrong.out()).contains("wrong password").doesNotContain("battery staple");
        assertThat(missing.exit()).as(missing.err()).isEqualTo(12);
    }

    @Test
    void oneRepositoryThatIsThereKeepsNoOtherFromBeingMade() throws IOException {
        Path second = folder.toRealPath().resolve("second");
        world.init();
        world.configure("nas", world.repository().toString(), "usb", "local:" + second);

        InProcess init = run("copy", "--init", "--json");
        InProcess copy = run("copy");

        assertThat(init.exit()).as(init.err()).isEqualTo(1);
        assertThat(init.err()).contains("nas", "It is there already");
        JsonNode document = new ObjectMapper().readTree(init.out());
        assertThat(document.path("repositories").path(0).path("repository").asText())
                .isEqualTo("usb");
        assertThat(document.path("findings")).hasSize(1);
        assertThat(copy.exit()).as(copy.err()).isZero();
    }

    @Test
    void aFolderIsTheSameWithAndWithoutWhatResticMayTakeBeforeIt() throws IOException {
        world.init();
        world.configure("usb", "local:~/beside");

        assertThat(run("copy", "--init").exit()).isZero();
        assertThat(run("copy").exit()).isZero();
        assertThat(world.projects().home().resolve("beside/config")).exists();
    }

    @Test
    void oneRepositoryThatFailsKeepsNoOtherFromItsCopies() throws IOException {
        Path second = folder.toRealPath().resolve("second");
        world.configure("gone", folder.toRealPath().resolve("nosuch").toString(), "usb", second.toString());
        assertThat(run("copy", "--init", "--repository", "usb").exit()).isZero();

        InProcess copy = run("copy", "--json");

        assertThat(copy.exit()).isEqualTo(10);
        JsonNode repositories = new ObjectMapper().readTree(copy.out()).path("repositories");
        assertThat(repositories.path(0).path("untried").asInt()).isEqualTo(1);
        assertThat(repositories.path(1).path("sets").path(0).path("state").asText())
                .isEqualTo("copied");
    }

    @Test
    void aSetThatVerifyFoundBadIsNotCopied() throws IOException {
        world.init();
        Path dump;
        try (Stream<Path> files =
                Files.walk(world.destination().resolve("projects/shop/" + world.newest() + "/database"))) {
            dump = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(dump);
        content[content.length / 2] ^= 1;
        Files.write(dump, content);
        assertThat(run("verify").exit()).isEqualTo(4);

        InProcess copy = run("copy");

        assertThat(copy.exit()).isEqualTo(4);
        assertThat(copy.err()).contains("not as it was sealed");
    }

    @Test
    void aSetWithLinksAndOddNamesIsSeenWhole() throws IOException {
        world.init();
        Path set = world.destination().resolve("projects/shop/" + world.newest());
        Files.writeString(set.resolve("two\nlines"), "x");
        Files.writeString(set.resolve("umläut"), "x");
        Files.createSymbolicLink(set.resolve("link"), Path.of("nowhere"));

        assertThat(run("copy").exit()).isZero();
    }

    @Test
    void aCopyThatIsGoneFromTheRepositoryIsMadeAgain() throws IOException {
        world.init();
        assertThat(run("copy").exit()).isZero();
        for (Path snapshot : files("snapshots")) {
            assertThat(snapshot.toFile().setWritable(true)).isTrue();
            Files.delete(snapshot);
        }

        InProcess copy = run("copy");

        assertThat(copy.exit()).as(copy.err()).isZero();
        assertThat(copy.out()).contains("nas: copied");
    }

    @Test
    void withoutRepositoriesTheUsageSaysHowToNameOne() throws IOException {
        world.write("lock-wait: 0s\n");

        InProcess copy = run("copy");

        assertThat(copy.exit()).isEqualTo(2);
        assertThat(copy.err()).contains("password-file");
    }

    @Test
    void withoutResticTheCommandThatInstallsItIsTold() {
        world.set("PATH", "/nosuch");

        InProcess copy = run("copy");

        assertThat(copy.exit()).isEqualTo(10);
        assertThat(copy.err()).contains("apt install restic");
    }

    @Test
    void aDryRunCopiesNothing() throws IOException {
        world.init();

        InProcess dry = run("copy", "--dry-run");

        assertThat(dry.exit()).isZero();
        assertThat(dry.out()).contains("to nas");
        assertThat(files("snapshots")).isEmpty();
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(world.repository().resolve(kind))) {
            return files.toList();
        }
    }
}
