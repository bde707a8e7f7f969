package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code show}, the whole program. */
class ShowTest {
    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void makeSets() throws IOException {
        world = new SampleWorld(folder);
        assertThat(world.run("all").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show shop", "show shop latest", "show shop 20261122", "show shop 2026-11-22"})
    void aSetIsShownWithEverythingThatIsKnownOfIt(String words) {
        InProcess show = world.run(words.split(" ", -1));

        assertThat(show.exit()).isZero();
        assertThat(show.err()).isEmpty();
        assertThat(show.out())
                .contains("shop", "set 20261122T163105Z", "mariadb:11.8", "RESTORE.md")
                .contains("database  ok", "code  ok", "config  ok", "files  ok")
                .contains("database/db.sql.gz", "code/unpushed.bundle", "5 tables")
                .contains("not yet: ddevbak verify shop", "not yet: ddevbak drill shop");
        assertThat(show.out().lines().filter(line -> !line.contains("/")))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void jsonHoldsTheRecordAndTheNotes() throws IOException {
        assertThat(world.run("verify", "blog").exit()).isZero();

        JsonNode json =
                new ObjectMapper().readTree(world.run("show", "blog", "--json").out());

        assertThat(json.path("schema").asText()).isEqualTo("ddevbak/show/1");
        assertThat(json.path("set").path("project").asText()).isEqualTo("blog");
        assertThat(json.path("notes").get(0).path("kind").asText()).isEqualTo("verified");
    }

    @Test
    void aSetThatSeveralProjectsHaveIsNotGuessed() {
        InProcess show = world.run("show", "20261122T163105Z");

        assertThat(show.exit()).isEqualTo(2);
        assertThat(show.err()).contains("may mean 3 sets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"show", "show nosuch", "show nosuch latest", "show shop 2001-01-01", "show shop latest more"})
    void whatCannotBeMeantIsWrongUsage(String words) {
        InProcess show = world.run(words.split(" ", -1));

        assertThat(show.exit()).as(show.err()).isEqualTo(2);
        assertThat(show.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"global/", "global/latest", "global/20261122T163105Z"})
    void aSetOfDdevsGlobalConfigurationIsShownWithoutWhatIsOnlyForProjects(String word) {
        InProcess show = world.run("show", word);

        assertThat(show.exit()).as(show.err()).isZero();
        assertThat(show.out())
                .contains("global  set 20261122T163105Z", "/backups/global/20261122T163105Z")
                .contains("not yet: ddevbak verify\n")
                .doesNotContain("drill");
    }

    @Test
    void aSetOfDdevsGlobalConfigurationThatIsNotThereIsWrongUsageThatNamesThoseThatAre() {
        InProcess show = world.run("show", "global/2001");

        assertThat(show.exit()).isEqualTo(2);
        assertThat(show.err()).contains("ddev's global configuration", "20261122T163105Z");
    }
}
