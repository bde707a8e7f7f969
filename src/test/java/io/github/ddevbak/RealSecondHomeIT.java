package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real projects that are gone come back in another home, whose ddev knows none of them, from their sets alone. */
@Tag("e2e")
class RealSecondHomeIT {
    private static final List<String> ALL = List.of("ddevbak-e2e-moved-maria", "ddevbak-e2e-moved-pg");

    private Path folder = Path.of("");
    private RealDdev first = new RealDdev(folder, Map.of());
    private RealDdev second = first;

    @BeforeEach
    void makeTwoHomes() throws IOException, InterruptedException {
        assumeTrue(RealDdev.answers(), "there is no ddev with a running Docker here");
        folder = RealDdev.folder();
        first = new RealDdev(folder, Map.of());
        Path home = Files.createDirectories(folder.resolve("home"));
        second = new RealDdev(home, Map.of("HOME", home.toString()));
        Path settings = Path.of(System.getProperty("user.home"), ".ddev/global_config.yaml");
        if (Files.exists(settings)) {
            Files.copy(settings, Files.createDirectories(home.resolve(".ddev")).resolve("global_config.yaml"));
        }
        for (String name : ALL) {
            first.delete(name);
        }
    }

    @AfterEach
    void cleanUp() throws IOException, InterruptedException {
        if (!folder.toString().isEmpty()) {
            for (String name : ALL) {
                first.delete(name);
                second.delete(name);
            }
            new PackagedProgram(Files.createTempDirectory("ddevbak-e2e-end"), Map.of())
                    .start(List.of("rm", "-rf", folder.toString()))
                    .end();
        }
    }

    @Test
    void everyProjectComesBackFromTheSetsAlone() throws IOException, InterruptedException {
        first.maria(ALL.get(0));
        first.postgres(ALL.get(1));
        String dest = folder.resolve("backups").toString();
        PackagedProgram here = new PackagedProgram(folder, Map.of());
        PackagedProgram.Ended saved = here.run("all", ALL.get(0), ALL.get(1), "--dest", dest);
        for (String name : ALL) {
            first.delete(name);
            here.start(List.of("rm", "-rf", folder.resolve(name).toString())).end();
        }
        Path home = folder.resolve("home");
        PackagedProgram there = new PackagedProgram(home, Map.of("HOME", home.toString()));

        PackagedProgram.Ended restored =
                there.run("restore", "--all", "--into", home.resolve("projects").toString(), "--yes", "--dest", dest);

        assertThat(saved.code()).as(saved.out() + saved.err()).isZero();
        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        for (String name : ALL) {
            Path again = home.resolve(name + ".sql.gz");
            PackagedProgram.Ended export = there.run("export-db", name, "--database", "db", "--file", again.toString());
            assertThat(export.code()).as(export.out() + export.err()).isZero();
            assertThat(RealDdev.content(again))
                    .isEqualTo(RealDdev.content(
                            folder.resolve("backups/projects/" + name + "/latest/database/db.sql.gz")));
        }
    }
}
