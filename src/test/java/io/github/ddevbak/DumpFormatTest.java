package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.project.DumpFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dumps in each format, from the command that makes them to every one that reads them. */
class DumpFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ZST, shop", "ZST, pgapp", "SQL, shop", "SQL, pgapp"})
    void whatIsSavedInAFormatIsReadShownVerifiedDrilledAndPutBack(DumpFormat format, String project)
            throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), project);
        String good = world.server(project);
        InProcess made = run(world, "all", "--only", "database", "--format", format.word());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(set(project).resolve("database/db" + format.suffix())).isNotEmptyFile();
        assertThat(new StoredSets(folder.resolve("backups")).of(project)).hasSize(1);

        InProcess shown = run(world.again(), "show", project);
        InProcess verified = run(world.again(), "verify", project);
        InProcess drilled = run(world.again(), "drill", project, "--no-code");
        world.damage(project);
        InProcess restored = run(world.again(), "restore", project, "--yes", "--from", "dump");

        assertThat(shown.out()).contains("database/db" + format.suffix());
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(drilled.exit()).as(drilled.out() + drilled.err()).isZero();
        assertThat(drilled.out()).contains("equal byte for byte");
        assertThat(restored.exit()).as(restored.out() + restored.err()).isZero();
        assertThat(world.server(project)).isEqualTo(good);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZST", "SQL"})
    void aDamagedDumpIsFoundAndNeverPutBack(DumpFormat format) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop");
        run(world, "all", "--only", "database", "--no-snapshot", "--format", format.word());
        Path dump = set("shop").resolve("database/db" + format.suffix());
        byte[] bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 4;
        Files.write(dump, bytes);
        world.damage("shop");
        String damaged = world.server("shop");

        InProcess verified = run(world.again(), "verify", "shop");
        InProcess restored = run(world.again(), "restore", "shop", "--yes");

        assertThat(verified.exit()).isEqualTo(4);
        assertThat(verified.out()).contains("database/db" + format.suffix());
        assertThat(restored.exit()).isEqualTo(1);
        assertThat(world.server("shop")).isEqualTo(damaged);
    }

    @Test
    void theConfigurationAndTheVariableNameAFormatToo() throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop");
        Path file = Files.writeString(folder.resolve("config.yaml"), "format: zst\nsnapshot: false\n");

        run(world, "all", "--only", "database", "-c", file.toString());
        InProcess shown = run(world.again(), "config", "show", "-c", file.toString());

        assertThat(set("shop").resolve("database/db.sql.zst")).isNotEmptyFile();
        assertThat(shown.out()).containsPattern("format +zst");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "export-db shop --format zst --file FOLDER/a.sql.zst | a.sql.zst",
                "export-db shop --file FOLDER/a.sql.zst | a.sql.zst",
                "export-db shop --file FOLDER/a.sql | a.sql",
                "export-db shop --file FOLDER/a.sql.gz | a.sql.gz",
            })
    void aFileIsWrittenInTheFormatOfItsName(String command, String name) throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop");

        InProcess exported = run(world, (command.replace("FOLDER", folder.toString()) + " --database db").split(" "));

        assertThat(exported.exit()).as(exported.err()).isZero();
        byte[] beginning = Files.readAllBytes(folder.resolve(name));
        assertThat(name.endsWith("zst")).isEqualTo(beginning[0] == 0x28);
        assertThat(name.endsWith("gz")).isEqualTo(beginning[0] == 0x1f);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "all --format 7z | --format takes gz, zst, sql, and not '7z'.",
                "export-db shop --format GZ | --format takes gz, zst, sql, and not 'GZ'.",
                "export-db shop --file a.zip | does not tell its format",
                "export-db shop --format zst --file a.sql.gz | is no name for zst: let it end in .sql.zst",
            })
    void aFormatThatThereIsNotOrThatTheNameBeliesIsASentenceAndExit2(String command, String sentence)
            throws IOException {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), "shop");

        InProcess refused = run(world, command.split(" "));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(sentence);
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    private Path set(String project) throws IOException {
        return folder.resolve("backups/projects")
                .resolve(project)
                .resolve("latest")
                .toRealPath();
    }

    private InProcess run(RecordedWorld world, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dest", folder.resolve("backups").toString()));
        return InProcess.run(world, Faults.NONE, all);
    }
}
