package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real DDEV projects with real databases, saved by the packaged program; one run for all tests. The versions can be set:
 * {@code -Dddevbak.e2e.mariadb=11.8 -Dddevbak.e2e.postgres=15 -Dddevbak.e2e.folder=DIR}.
 */
@Tag("e2e")
class RealDdevIT {
    private static final String MARIA = "ddevbak-e2e-maria";
    private static final String POSTGRES = "ddevbak-e2e-pg";
    private static final String NO_DATABASE = "ddevbak-e2e-nodb";
    private static final String SCRATCH = "ddevbak-e2e-scratch";
    private static final List<String> ALL = List.of(MARIA, POSTGRES, NO_DATABASE, SCRATCH);

    private static Path folder = Path.of("");
    private static RealDdev ddev = new RealDdev(folder, Map.of());
    private static PackagedProgram.Ended all = new PackagedProgram.Ended(-1, "", "");

    @BeforeAll
    static void saveRealProjects() throws IOException, InterruptedException {
        assumeTrue(RealDdev.answers(), "there is no ddev with a running Docker here");
        folder = RealDdev.folder();
        ddev = new RealDdev(folder, Map.of());
        for (String name : ALL) {
            ddev.delete(name);
        }
        ddev.maria(MARIA);
        ddev.postgres(POSTGRES);
        Path without = ddev.project(NO_DATABASE, RealDdev.mariadb());
        ddev.ddev(without, "config", "--omit-containers=db");
        ddev.ddev(without, "restart", "-y", "--skip-hooks");
        ddev.ddev(folder, "stop", "--skip-hooks", MARIA);
        all = program().run("all", MARIA, POSTGRES, NO_DATABASE, "--dest", dest().toString());
    }

    @AfterAll
    static void cleanUp() throws IOException, InterruptedException {
        if (!folder.toString().isEmpty()) {
            for (String name : ALL) {
                ddev.delete(name);
            }
            new PackagedProgram(Files.createTempDirectory("ddevbak-e2e-end"), Map.of())
                    .start(List.of("rm", "-rf", folder.toString()))
                    .end();
        }
    }

    @Test
    void allEndsWellAsTheSetsHoldTheProjectsThatAreInNoRepository() {
        assertThat(all.code()).as(all.out() + all.err()).isZero();
        assertThat(all.out()).contains("is in no Git repository; saved in the set");
    }

    @Test
    void everyDatabaseIsInItsSet() {
        assertThat(set(MARIA)).satisfies(set -> {
            assertThat(set.resolve("database/db.sql.gz")).isNotEmptyFile();
            assertThat(set.resolve("database/second.sql.gz")).isNotEmptyFile();
        });
        assertThat(set(POSTGRES).resolve("database/reporting.sql.gz")).isNotEmptyFile();
        assertThat(set(POSTGRES).resolve("database/globals.sql")).content().contains("report_reader");
    }

    @Test
    void theStoppedProjectIsStoppedAndTheRunningOneRuns() throws IOException, InterruptedException {
        assertThat(ddev.status(MARIA)).isEqualTo("stopped");
        assertThat(ddev.status(POSTGRES)).isEqualTo("running");
    }

    @Test
    void theSetsPassTheirManifests() throws IOException, InterruptedException {
        for (String name : List.of(MARIA, POSTGRES)) {
            assertThat(new PackagedProgram(set(name).toRealPath(), Map.of("TMPDIR", folder.toString()))
                            .start(List.of("sh", "-c", "grep -v ' out\\| err' MANIFEST.sha256 | sha256sum -c --strict"))
                            .end())
                    .returns(0, PackagedProgram.Ended::code);
        }
    }

    @Test
    void theDumpOfMariadbBringsEverythingBackInOneImport() throws IOException, InterruptedException {
        Path scratch = ddev.project(SCRATCH, RealDdev.mariadb());
        Path dump = set(MARIA).resolve("database/db.sql.gz").toRealPath();
        ddev.ddev(scratch, "import-db", "--skip-hooks", "--file=" + dump);
        Path again = folder.resolve("again.sql.gz");
        PackagedProgram.Ended export =
                program().run("export-db", SCRATCH, "--database", "db", "--file", again.toString());

        assertThat(export.code()).as(export.out() + export.err()).isZero();
        assertThat(RealDdev.content(again)).isEqualTo(RealDdev.content(dump)).contains("PROCEDURE", "EVENT");
    }

    @Test
    void theDumpOfPostgresBringsEverythingBackIntoAnEmptyDatabase() throws IOException, InterruptedException {
        Path approot = folder.resolve(POSTGRES);
        Path dump = set(POSTGRES).resolve("database/db.sql.gz").toRealPath();
        ddev.ddev(approot, "import-db", "--skip-hooks", "--database=copy", "--file=" + dump);
        Path again = folder.resolve("again-pg.sql.gz");
        PackagedProgram.Ended export =
                program().run("export-db", POSTGRES, "--database", "copy", "--file", again.toString());

        assertThat(export.code()).as(export.out() + export.err()).isZero();
        assertThat(RealDdev.content(again)).isEqualTo(RealDdev.content(dump));
    }

    @Test
    void aSnapshotThatIsTakenIsOneThatDdevLists() throws IOException, InterruptedException {
        PackagedProgram.Ended taken = program().run("snapshot", POSTGRES, "--name", "e2e-proof");

        assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
        assertThat(ddev.ddev(folder.resolve(POSTGRES), "snapshot", "--list")).contains("e2e-proof");
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({MARIA + ", dump", MARIA + ", snapshot", POSTGRES + ", dump", POSTGRES + ", snapshot"})
    void whatWasLostComesBackByteForByteAndTheProjectIsAsItWasFound(String name, String from)
            throws IOException, InterruptedException {
        Path approot = folder.resolve(name);
        String found = ddev.status(name);
        ddev.ddev(approot, "start", "-y", "--skip-hooks");
        if (name.equals(MARIA)) {
            ddev.ddev(
                    approot,
                    "exec",
                    "--raw",
                    "-s",
                    "db",
                    "--",
                    "mariadb",
                    "-e",
                    "DROP DATABASE db; CREATE DATABASE db");
        } else {
            ddev.ddev(
                    approot,
                    "exec",
                    "--raw",
                    "-s",
                    "db",
                    "--",
                    "psql",
                    "-U",
                    "db",
                    "-d",
                    "db",
                    "-c",
                    "DROP SCHEMA public CASCADE");
        }
        if (!found.equals("running")) {
            ddev.ddev(folder, "stop", "--skip-hooks", name);
        }
        assertThat(ddev.status(name))
                .as(ddev.ddev(folder, "describe", name) + " is not as it was, before anything is restored")
                .isEqualTo(found);

        PackagedProgram.Ended restored =
                program().run("restore", name, "--from", from, "--yes", "--dest", dest().toString());
        Path again = folder.resolve("again-" + name + from + ".sql.gz");
        PackagedProgram.Ended export = program().run("export-db", name, "--database", "db", "--file", again.toString());

        assertThat(restored.code()).as(restored.out() + restored.err()).isZero();
        assertThat(ddev.status(name)).as(ddev.ddev(folder, "describe", name)).isEqualTo(found);
        assertThat(export.code()).as(export.out() + export.err()).isZero();
        assertThat(RealDdev.content(again)).isEqualTo(RealDdev.content(first(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARIA, POSTGRES})
    void aDrillBringsEveryDatabaseBackAndLeavesNothingBehind(String name) throws IOException, InterruptedException {
        PackagedProgram.Ended drilled = program().run("drill", name, "--snapshot", "--dest", dest().toString());

        assertThat(drilled.code()).as(drilled.out() + drilled.err()).isZero();
        assertThat(ddev.ddev(folder, "list", "-j")).doesNotContain("ddevbak-drill");
    }

    /** The dump of the first set, before any restore. */
    private static Path first(String name) throws IOException {
        try (Stream<Path> sets = Files.list(dest().resolve("projects").resolve(name))) {
            Path set = sets.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().equals("latest"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            return set.resolve("database/db.sql.gz");
        }
    }

    private static Path set(String project) {
        return dest().resolve("projects").resolve(project).resolve("latest");
    }

    private static Path dest() {
        return folder.resolve("backups");
    }

    private static PackagedProgram program() {
        return new PackagedProgram(folder, Map.of());
    }
}
