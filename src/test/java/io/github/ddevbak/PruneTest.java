package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code prune}, the whole program: what goes, what never goes, and what is said of it. */
class PruneTest {
    @TempDir
    Path folder;

    private RecordedWorld world;

    @BeforeEach
    void makeThreeSets() throws IOException {
        world = new RecordedWorld(folder.resolve("home"), "shop");
        for (int i = 0; i < 3; i++) {
            assertThat(all().exit()).isZero();
        }
    }

    private InProcess all() {
        return run("all", "--only", "database", "--no-snapshot");
    }

    private InProcess run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", folder.resolve("backups").toString()));
        return InProcess.run(world.again(), Faults.NONE, all);
    }

    private Path sets() {
        return folder.resolve("backups/projects/shop");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(sets())) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatThePolicyDoesNotKeepIsGoneWithAReason() throws IOException {
        InProcess prune = run("prune", "shop", "--keep-last", "1");

        assertThat(prune.exit()).as(prune.err()).isZero();
        assertThat(names()).containsExactly("20261122T163105Z-3");
        assertThat(sets().resolve("latest").toRealPath())
                .isEqualTo(sets().resolve("20261122T163105Z-3").toRealPath());
        assertThat(prune.out()).contains("20261122T163105Z-2  beyond last 1").contains("1 set stays");
        assertThat(run("list").out()).contains("20261122T163105Z-3").doesNotContain("20261122T163105Z-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prune", "prune --dry-run", "prune --all --json"})
    void withoutAPolicyItIsAnErrorAlsoWhereThereIsNothingToRemove(String words) {
        List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.addAll(List.of("--dest", folder.resolve("nothing").toString()));

        InProcess without = InProcess.run(world.again(), Faults.NONE, all);
        all.addAll(List.of("--keep-last", "1"));
        InProcess with = InProcess.run(world.again(), Faults.NONE, all);

        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.out() + without.err()).contains("--keep-daily");
        assertThat(with.exit()).as(with.err()).isZero();
    }

    @Test
    void aDryRunSaysTheSameAndRemovesNothing() throws IOException {
        InProcess dry = run("prune", "shop", "--keep-last", "1", "--dry-run", "--json");

        JsonNode json = new ObjectMapper().readTree(dry.out());
        assertThat(json.path("schema").asText()).isEqualTo("ddevbak/prune/1");
        assertThat(names()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prune shop",
                "prune shop --keep-last 0",
                "prune shop --keep-last x",
                "prune nosuch --keep-last 1"
            })
    void aPolicyThatSaysNothingOrAProjectWithoutSetsIsWrongUsage(String words) throws IOException {
        InProcess prune = run(words.split(" ", -1));

        assertThat(prune.exit()).as(prune.out() + prune.err()).isEqualTo(2);
        assertThat(names()).hasSize(3);
    }

    @Test
    void nothingGoesWhileTheNewestSetLooksEmptied() throws IOException {
        world.empty("shop");
        assertThat(all().exit()).isEqualTo(3);

        InProcess prune = run("prune", "shop", "--keep-last", "1");

        assertThat(prune.exit()).as(prune.out() + prune.err()).isEqualTo(3);
        assertThat(prune.out() + prune.err()).contains("status --accept shop");
        assertThat(names()).hasSize(4);
    }

    @Test
    void onceAPersonAcceptedItTheOlderOnesGoButTheLastDumpOfADatabaseThatIsGoneStays() throws IOException {
        world.empty("shop");
        assertThat(all().exit()).isEqualTo(3);
        assertThat(run("status", "--accept", "shop", "--yes").exit()).isNotEqualTo(2);

        assertThat(run("prune", "shop", "--keep-last", "1").exit()).isZero();

        assertThat(names()).containsExactly("20261122T163105Z-3", "20261122T163105Z-4");
    }

    @Test
    void whatIsNotASetOfOursStays() throws IOException {
        Files.createDirectories(sets().resolve("my own folder"));
        Files.createDirectories(sets().resolve("20200101T000000Z"));
        Files.writeString(sets().resolve("notes.txt"), "mine");

        assertThat(run("prune", "shop", "--keep-last", "1").exit()).isZero();

        assertThat(names()).containsExactly("20200101T000000Z", "20261122T163105Z-3", "my own folder");
        assertThat(sets().resolve("notes.txt")).exists();
    }

    @Test
    void theNewestThatWasDrilledStaysToo() throws IOException {
        assertThat(run("drill", "shop", "--no-code", "--set", "20261122T163105Z-2")
                        .exit())
                .isZero();

        assertThat(run("prune", "shop", "--keep-last", "1").exit()).isZero();

        assertThat(names()).containsExactly("20261122T163105Z-2", "20261122T163105Z-3");
    }

    @Test
    void thePolicyOfTheConfigurationPrunesAfterAll() throws IOException {
        Path config = world.home().resolve(".config/ddevbak/config.yaml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "keep:\n  last: 2\n");

        assertThat(all().exit()).isZero();

        assertThat(names()).containsExactly("20261122T163105Z-3", "20261122T163105Z-4");
    }

    @Test
    void theDocumentOfAllTellsWhatWasRemovedAfterItAndWhy() throws IOException {
        JsonNode before = new ObjectMapper()
                .readTree(run("all", "--only", "database", "--no-snapshot", "--json")
                        .out());
        Path config = world.home().resolve(".config/ddevbak/config.yaml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "keep:\n  last: 2\n");

        InProcess all = run("all", "--only", "database", "--no-snapshot", "--json");

        JsonNode json = new ObjectMapper().readTree(all.out());
        assertThat(before.has("pruned")).isFalse();
        assertThat(json.path("schema").asText()).isEqualTo("ddevbak/run/1");
        assertThat(json.path("exitCode").asInt()).isEqualTo(all.exit());
        assertThat(json.path("pruned").path("removed").asInt()).isEqualTo(3);
        assertThat(json.path("pruned").path("projects").toString())
                .contains("\"set\":\"20261122T163105Z\",\"keep\":false,\"removed\":true", "beyond last 2");
        assertThat(names()).containsExactly("20261122T163105Z-4", "20261122T163105Z-5");
    }

    @Test
    void aSizeThatCannotBeKeptToIsToldInUnitsThatPeopleRead() {
        InProcess prune = run("prune", "shop", "--max-size", "1k");

        assertThat(prune.err()).containsPattern("weigh [0-9.]+ kB, more than max-size \\(1\\.0 kB\\)");
    }

    @Test
    void ofTheSnapshotsWithDdevOnlyOlderOnesOfOurOwnGoAndOnlyWhereAsked() throws IOException {
        Path folder = Files.createDirectories(world.approot("shop").resolve(".ddev/db_snapshots"));
        List<String> users =
                List.of("before-upgrade", "ddevbak-mine", "ddevbak-20201122T163105Z-kept", "shop_20201122163105");
        List<String> own = List.of("ddevbak-20201122T163105Z", "ddevbak-20201123T163105Z");
        for (String name : Stream.concat(users.stream(), own.stream()).toList()) {
            Files.writeString(folder.resolve(name + "-mariadb_10.11.gz"), name);
        }

        InProcess without = run("prune", "shop", "--keep-last", "1");
        assertThat(without.exit()).as(without.err()).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/ddevbak-20201122T163105Z-mariadb_10.11.gz");
        InProcess with = run("prune", "shop", "--keep-last", "1", "--snapshots");

        assertThat(with.exit()).as(with.err()).isZero();
        assertThat(with.out()).contains("ddevbak-20201122T163105Z-mariadb_10.11.gz");
        assertThat(folder).isDirectoryNotContaining("glob:**/ddevbak-20201122T163105Z-mariadb_10.11.gz");
        assertThat(folder).isDirectoryContaining("glob:**/ddevbak-20201123T163105Z-mariadb_10.11.gz");
        for (String name : users) {
            assertThat(folder.resolve(name + "-mariadb_10.11.gz")).hasContent(name);
            assertThat(with.out()).doesNotContain(name + "-mariadb");
        }
    }
}
