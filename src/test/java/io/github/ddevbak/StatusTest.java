package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void makeOneSet() throws IOException {
        world = new SampleWorld(folder);
        assertThat(world.run("all", "shop").exit()).isZero();
    }

    @Test
    void aGoodCopyThatIsOlderThanItMayBeIsFiveAndOneThatIsNotIsNought() throws IOException {
        world.later(Duration.ofHours(27));
        InProcess stale = world.run("status", "shop", "--max-age", "26h", "--json");
        assertThat(stale.exit()).isEqualTo(5);
        assertThat(new ObjectMapper()
                        .readTree(stale.out())
                        .path("projects")
                        .path(0)
                        .path("stale")
                        .asBoolean())
                .isTrue();
        assertThat(world.run("status", "shop", "--max-age", "26h").out()).contains("older than it may be");
        assertThat(world.run("status", "shop", "--max-age", "28h").exit()).isZero();
        world.later(Duration.ofHours(-27));
    }

    @Test
    void aProjectThatDdevKnowsAndNoSetCoversIsNotRecoverableWithTheCommandThatMendsIt() {
        InProcess told = world.run("status");

        assertThat(told.exit()).isEqualTo(3);
        assertThat(told.out()).contains("not-recoverable", "no set covers 'blog'", "ddevbak all blog");
    }

    @Test
    void quietTellsOnlyWhatIsNotGood() {
        assertThat(world.run("status", "shop", "--quiet").out()).doesNotContain("recoverable");
        assertThat(world.run("status", "--quiet").out())
                .contains("no set covers 'blog'")
                .doesNotContain("'shop'", "info");
    }

    @Test
    void aProjectThatDdevKnowsNoMoreIsJudgedByItsSets(@TempDir Path other) throws IOException {
        SampleWorld lost = new SampleWorld(other);
        assertThat(lost.run("all", "shop").exit()).isZero();
        lost.loseEverything();

        InProcess told = lost.run("status");
        assertThat(told.out()).contains("shop", "recoverable", "ddev knows").doesNotContain("no set covers");
    }

    @Test
    void nothingSuspectIsNothingToAcceptAndAnUnknownProjectIsToldWithTheNearOne() {
        assertThat(world.run("status", "--accept", "shop").err()).contains("nothing of 'shop' is suspect");
        InProcess mistyped = world.run("status", "--accept", "shpo");
        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.err()).contains("no project 'shpo'; did you mean shop?");
    }
}
