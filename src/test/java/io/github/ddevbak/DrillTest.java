package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code drill}, the whole program over a simulated ddev: what it proves, what it leaves. */
class DrillTest {
    @TempDir
    Path folder;

    private RecordedWorld world(String... names) throws IOException {
        return new RecordedWorld(folder.resolve("home"), names);
    }

    private InProcess all(RecordedWorld world) {
        return run(world, Faults.NONE, "all", "--only", "database");
    }

    private InProcess run(RecordedWorld world, Faults faults, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", folder.resolve("backups").toString()));
        return InProcess.run(world.again(), faults, all);
    }

    private Path set(String project) throws IOException {
        return folder.resolve("backups/projects")
                .resolve(project)
                .resolve("latest")
                .toRealPath();
    }

    private Path note(String project) throws IOException {
        Path set = set(project);
        return set.resolveSibling(set.getFileName() + ".drilled.json");
    }

    /** Nothing of a scratch project is left: no folder of ours, no entry of ddev's, nothing of Docker's. */
    private void assertNothingLeft(RecordedWorld world) throws IOException {
        Path drills = world.home().resolve(".local/state/ddevbak/drills");
        if (Files.isDirectory(drills)) {
            assertThat(drills).isEmptyDirectory();
        }
        assertThat(world.run(Faults.NONE, "ddev", "list", "-j").stdout()).doesNotContain("ddevbak-drill");
        try (Stream<Path> states = Files.list(world.home().resolve("simulated/projects"))) {
            assertThat(states.map(Path::toString)).noneMatch(state -> state.contains("ddevbak-drill"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "pgapp", "blog"})
    void aSetThatComesBackIsSaidToAndRemembered(String project) throws IOException {
        RecordedWorld world = world(project);
        assertThat(all(world).exit()).isZero();
        String before = world.server(project);

        InProcess drill = run(world, Faults.NONE, "drill", project, "--no-code");

        assertThat(drill.err()).isEmpty();
        assertThat(drill.exit()).isZero();
        assertThat(drill.out()).contains("equal byte for byte").contains("comes back: it took");
        assertThat(Files.readString(note(project)))
                .contains("\"kind\": \"drilled\"")
                .contains("\"good\": true");
        assertThat(world.server(project)).isEqualTo(before);
        assertNothingLeft(world);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "pgapp"})
    void theSnapshotIsTriedWhereAskedFor(String project) throws IOException {
        RecordedWorld world = world(project);
        assertThat(all(world).exit()).isZero();

        InProcess drill = run(world, Faults.NONE, "drill", project, "--no-code", "--snapshot");

        assertThat(drill.err()).isEmpty();
        assertThat(drill.out()).contains("snapshot").contains("restored, objects as the set counts");
        assertThat(drill.exit()).isZero();
        assertNothingLeft(world);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EXIT_1@CONFIG, 1",
        "LIES@CONFIG, 1",
        "EXIT_1@START, 1",
        "HANGS@START, 1",
        "EXIT_1@LOAD, 4",
        "LIES@LOAD, 4",
        "PARTIAL_FILE@LOAD, 4",
        "FAILS_WITH_EXIT_0@LOAD, 4",
        "EXIT_1@DUMP, 1",
        "CONNECTION_LOST_WITH_EXIT_0@DUMP, 4",
        "CANCELLED_HALF_WAY@START, 130",
        "CANCELLED_HALF_WAY@LOAD, 130",
        "CANCELLED_HALF_WAY@DUMP, 130",
        "DOCKER_DOWN@ANY, 10",
        "NOT_INSTALLED@ANY, 10"
    })
    void whateverGoesWrongIsToldAndNothingIsLeft(String fault, int exit) throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();

        InProcess drill = run(world, Faults.of(Fault.parse(fault)), "drill", "shop", "--no-code");

        assertThat(drill.exit()).as(drill.out() + drill.err()).isEqualTo(exit);
        assertThat(drill.err()).startsWith("ddevbak: ");
        assertThat(drill.out()).doesNotContain("comes back");
        assertThat(Files.exists(note("shop"))).isEqualTo(exit == 4);
        assertNothingLeft(world);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXIT_1@DELETE", "LIES@DELETE", "EXIT_1@DOCKER_VOLUME", "EXIT_1@DOCKER_PS"})
    void aScratchProjectThatStaysIsToldAndDeletedByTheNextDrill(String fault) throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();

        InProcess first = run(world, Faults.of(Fault.parse(fault)), "drill", "shop", "--no-code");
        InProcess second = run(world, Faults.NONE, "drill", "shop", "--no-code");

        assertThat(first.err()).contains("could not be deleted").contains("ddevbak-drill-shop-");
        assertThat(first.exit()).isZero();
        assertThat(second.out()).contains("of a killed drill was deleted");
        assertThat(second.exit()).isZero();
        assertNothingLeft(world);
    }

    @Test
    void aDumpThatComesBackOtherwiseIsNamedWithTheFirstObjectThatDiffers() throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();

        Faults stale = Faults.of(Fault.parse("STALE_FILE@LOAD"));
        InProcess drill = run(world, stale, "drill", "shop", "--no-code");

        assertThat(drill.exit()).isEqualTo(4);
        assertThat(drill.err()).contains("the first difference is in").contains("does not come back as it is recorded");
        assertThat(Files.readString(note("shop"))).contains("\"good\": false");
    }

    @Test
    void aDamagedSetIsNotEvenTried() throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();
        Path dump = set("shop").resolve("database/db.sql.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
            out.write("-- MariaDB dump 10\nSELECT 1;\n".getBytes(StandardCharsets.UTF_8));
        }
        int calls = world.calls();

        InProcess drill = run(world, Faults.NONE, "drill", "shop", "--no-code");

        assertThat(drill.exit()).isEqualTo(4);
        assertThat(drill.err()).contains("database/db.sql.gz").contains("ddevbak verify shop");
        assertThat(world.calls() - calls).isLessThan(6);
        assertNothingLeft(world);
    }

    @Test
    void theOldestFirstAreThoseThatWereNeverDrilled() throws IOException {
        RecordedWorld world = world("blog", "nodb", "pgapp", "shop");
        assertThat(all(world).exit()).isZero();

        assertThat(run(world, Faults.NONE, "drill", "--oldest-first", "--no-code")
                        .out())
                .startsWith("blog");
        assertThat(run(world, Faults.NONE, "drill", "--oldest-first", "--no-code")
                        .out())
                .startsWith("pgapp");
        assertThat(run(world, Faults.NONE, "drill", "--oldest-first", "--no-code")
                        .out())
                .startsWith("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drill nosuch", "drill shop --set 2001-01-01", "drill shop --oldest-first"})
    void whatCannotBeMeantIsWrongUsage(String words) throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();

        InProcess drill = run(world, Faults.NONE, words.split(" ", -1));

        assertThat(drill.exit()).isEqualTo(2);
        assertThat(drill.out()).isEmpty();
    }

    @Test
    void theResultIsOneJsonDocument() throws IOException {
        RecordedWorld world = world("shop");
        assertThat(all(world).exit()).isZero();

        InProcess drill = run(world, Faults.NONE, "drill", "shop", "--no-code", "--json");

        JsonNode json = new ObjectMapper().readTree(drill.out());
        assertThat(json.path("schema").asText()).isEqualTo("ddevbak/drill/1");
        assertThat(json.path("good").asBoolean()).isTrue();
        assertThat(json.path("steps")).isNotEmpty();
    }

    @Test
    void theCodeIsClonedAndTheRescueAppliedInAFolderThatIsThrownAway() throws IOException {
        SampleWorld world = new SampleWorld(folder);
        assertThat(world.run("all").exit()).isZero();
        Map<String, String> before = SampleWorld.files(world.project("shop"));

        InProcess drill = world.run("drill", "shop", "--snapshot");

        assertThat(drill.err()).isEmpty();
        assertThat(drill.exit()).isZero();
        assertThat(drill.out()).containsPattern("code +[0-9.]+ m?s +at commit [0-9a-f]{10}");
        assertThat(SampleWorld.files(world.project("shop"))).isEqualTo(before);
    }

    @Test
    void codeWhoseRemoteIsGoneIsSaidToBeNotWhole() throws IOException {
        SampleWorld world = new SampleWorld(folder);
        assertThat(world.run("all").exit()).isZero();
        Files.move(folder.resolve("sample/remotes/shop.git"), folder.resolve("sample/remotes/elsewhere.git"));

        InProcess drill = world.run("drill", "shop");

        assertThat(drill.exit()).isEqualTo(1);
        assertThat(drill.err()).contains("could not be brought to").contains("could not be finished");
    }

    @Test
    void aProjectOfTheUsersWithALikeNameIsNeverTouched() throws IOException {
        RecordedWorld world = world("shop", "ddevbak-drill-shop-00000000");
        assertThat(all(world).exit()).isZero();
        String before = world.server("ddevbak-drill-shop-00000000");

        assertThat(run(world, Faults.NONE, "drill", "shop", "--no-code").exit()).isZero();

        assertThat(world.server("ddevbak-drill-shop-00000000")).isEqualTo(before);
        assertThat(world.containers("ddevbak-drill-shop-00000000")).isNotEmpty();
    }
}
