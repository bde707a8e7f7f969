package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.demo.RecordedWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectTest {
    @TempDir
    Path folder;

    Optional<RecordedWorld> world = Optional.empty();

    @BeforeEach
    void backUpAFullProject() throws IOException {
        world = Optional.of(new RecordedWorld(folder.resolve("home"), "shop"));
        assertThat(all().part("shop", "database")).isEqualTo("ok");
    }

    private InProcess run(String... words) {
        return InProcess.withGit(
                world.orElseThrow().again(),
                Stream.concat(
                                Stream.of(words),
                                Stream.of(
                                        "--only",
                                        "database",
                                        "--dest",
                                        folder.resolve("sets").toString()))
                        .toList());
    }

    private InProcess all(String... words) {
        return run(Stream.concat(Stream.of("all", "--json"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void anEmptiedProjectIsSuspectAtEachRunUntilAPersonAcceptsItAndThenItIsTheMeasure() throws IOException {
        world.orElseThrow().empty("shop");

        InProcess first = all();
        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.part("shop", "database")).isEqualTo("suspect");
        assertThat(first.out()).contains("database.suspect", "from 2 to 0 tables");
        assertThat(new ObjectMapper()
                        .readTree(first.out())
                        .path("projects")
                        .path(0)
                        .path("verdict")
                        .asText())
                .isEqualTo("at-risk");
        assertThat(all().part("shop", "database")).isEqualTo("suspect");

        InProcess status = run("status");
        assertThat(status.exit()).isEqualTo(3);
        assertThat(status.out()).contains("at-risk", "looks emptied", "ddevbak status --accept shop");

        InProcess refused = run("status", "--accept", "shop");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("was not accepted. Say --yes");
        assertThat(run("status", "--accept", "shop", "--yes").exit()).isZero();

        InProcess after = all();
        assertThat(after.exit()).isZero();
        assertThat(after.part("shop", "database")).isEqualTo("ok");
        assertThat(run("status", "--accept", "shop", "--yes").err()).contains("nothing of 'shop' is suspect");
    }

    @Test
    void aDatabaseThatIsGoneFromTheServerIsSuspect() throws IOException {
        world.orElseThrow().drop("shop", "reporting");

        InProcess told = all();

        assertThat(told.exit()).isEqualTo(3);
        assertThat(told.out()).contains("database 'reporting' is gone from the server");
    }

    @Test
    void oneDatabaseThatWasAskedForAloneSaysNothingOfTheOthers() throws IOException {
        InProcess told = run("export-db", "shop", "--database", "db", "--json");

        assertThat(told.exit()).isZero();
        assertThat(told.part("shop", "database")).isEqualTo("ok");
    }

    @Test
    void aProjectsOwnFileCanTurnItOff() throws IOException {
        world.orElseThrow().empty("shop");
        Files.writeString(
                world.orElseThrow().approot("shop").resolve(".ddev/ddevbak.yaml"),
                "suspect: {tables: 0%, rows: 0%, bytes: 0%}\n");

        assertThat(all().part("shop", "database")).isEqualTo("ok");
    }

    @Test
    void statusTellsEachPartWithItsCopyAsJson() throws IOException {
        JsonNode shop = new ObjectMapper()
                .readTree(run("status", "--json").out())
                .path("projects")
                .path(0);

        assertThat(shop.path("verdict").asText()).isEqualTo("recoverable");
        assertThat(shop.path("parts").path(0).path("goodSet").asText())
                .isEqualTo(shop.path("newest").asText())
                .isEqualTo("20261122T163105Z");
    }

    @Test
    void anUnknownProjectIsWrongUsageWithWhatWasNear() {
        InProcess told = run("status", "shpo");

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).contains("there is no project 'shpo'; did you mean shop?");
    }
}
