package io.github.ddevbak.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.RecordedWorld;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.recovery.DatabaseRestore.Way;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRestoreTest {
    private static final DatabaseServer MARIADB = new DatabaseServer(DatabaseServer.Family.MARIADB, "11.8");
    private static final DatabaseServer POSTGRES = new DatabaseServer(DatabaseServer.Family.POSTGRES, "15");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"shop, IMPORT_DB", "shop, CLIENT", "pgapp, IMPORT_DB", "pgapp, CLIENT"})
    void whatWasLostComesBackAsItWas(String name, Way way) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server(name);
        made.world().damage(name);

        DatabaseRestore.Result result = restore(made, set, way, "");

        assertThat(result.databases()).allMatch(RestoredDatabase::ok);
        assertThat(made.world().server(name)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"shop", "pgapp"})
    void aServerThatLostEverythingGetsEveryDatabaseBack(String name) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server(name);
        made.world().empty(name);

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "");

        assertThat(result.ok()).isTrue();
        assertThat(made.world().server(name)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "shop | my-site.old",
                "shop | it's `quoted` \\ and \"more\"; DROP",
                "shop | -e",
                "shop | $(touch x) `touch y` $HOME !",
                "shop | Ünï 漢字",
                "pgapp | my-site.old",
                "pgapp | it's \"quoted\"; DROP",
                "pgapp | dbname=db",
                "pgapp | -c",
            })
    void aNameThatDdevCannotQuoteGoesThroughTheClient(String name, String database) throws IOException {
        SimulatedSet made = set(name);
        made.world().add(name, database);
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server(name);
        made.world().damage(name);

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "");

        assertThat(result.databases()).allMatch(RestoredDatabase::ok);
        assertThat(made.world().server(name)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatIsNotInTheSetIsLeftAloneAndTold() throws IOException {
        SimulatedSet made = set("shop");
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().add("shop", "newer");
        String before = made.world().server("shop");
        made.world().damage("shop");
        made.world().add("shop", "newest");

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "");

        assertThat(result.ok()).isTrue();
        assertThat(result.findings())
                .extracting(Finding::sentence)
                .containsExactlyInAnyOrder(
                        "database 'newer' of 'shop' is not in the set and was left as it is.",
                        "database 'newest' of 'shop' is not in the set and was left as it is.");
        assertThat(before).contains("newer");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "shop, FAILS_WITH_EXIT_0@IMPORT_DB, database.not-as-in-set",
        "shop, EXIT_1@IMPORT_DB, database.import-failed",
        "shop, EXIT_255@IMPORT_DB, database.import-failed",
        "shop, LIES@IMPORT_DB, database.not-as-in-set",
        "shop, EMPTY_FILE@IMPORT_DB, database.not-as-in-set",
        "shop, PARTIAL_FILE@IMPORT_DB, database.not-as-in-set",
        "shop, STALE_FILE@IMPORT_DB, database.not-as-in-set",
        "shop, CONNECTION_LOST@IMPORT_DB, database.import-failed",
        "shop, CONNECTION_LOST_WITH_EXIT_0@IMPORT_DB, database.not-as-in-set",
        "shop, DISK_FULL@IMPORT_DB, database.import-failed",
        "shop, HANGS@IMPORT_DB, database.timed-out",
        "shop, DIES_HALF_WAY@IMPORT_DB, database.import-failed",
        "shop, CANCELLED_HALF_WAY@IMPORT_DB, database.cancelled",
        "shop, ROW_LOST@IMPORT_DB, database.not-as-in-set",
        "pgapp, ROW_LOST@IMPORT_DB, database.not-as-in-set",
        "shop, EXIT_1@QUERY, database.not-compared",
        "pgapp, PARTIAL_FILE@IMPORT_DB, database.not-as-in-set",
        "pgapp, CONNECTION_LOST@IMPORT_DB, database.import-failed",
        "pgapp, OTHERS_CONNECTED@IMPORT_DB, database.import-failed",
    })
    void anImportThatWentWrongIsNeverCalledGood(String name, String fault, String code) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().damage(name);

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, fault);

        assertThat(result.ok()).isFalse();
        assertThat(result.databases().get(0).trouble().map(Finding::code)).contains(code);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "shop, EXIT_1@LOAD, database.import-failed",
        "shop, LIES@LOAD, database.not-as-in-set",
        "shop, ROW_LOST@LOAD, database.not-as-in-set",
        "shop, PARTIAL_FILE@LOAD, database.not-as-in-set",
        "shop, CONNECTION_LOST@LOAD, database.import-failed",
        "shop, HANGS@LOAD, database.timed-out",
        "shop, CANCELLED_HALF_WAY@LOAD, database.cancelled",
        "pgapp, CONNECTION_LOST@LOAD, database.import-failed",
        "pgapp, EMPTY_FILE@LOAD, database.not-as-in-set",
    })
    void aClientThatWentWrongIsNeverCalledGood(String name, String fault, String code) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().damage(name);

        // The first time the client is called it is for the users and grants, where there are any.
        DatabaseRestore.Result result = restore(made, set, Way.CLIENT, fault);

        assertThat(result.ok()).isFalse();
        assertThat(result.databases().get(0).trouble().map(Finding::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "pgapp"})
    void oneRowTooFewIsAnErrorThatNamesTheDatabaseAndBothNumbers(String name) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().damage(name);
        StoredDump dump = StoredDatabases.of(set.record()).dumps().get(0);

        RestoredDatabase first = restore(made, set, Way.IMPORT_DB, "ROW_LOST@IMPORT_DB#1")
                .databases()
                .get(0);

        assertThat(first.rows()).hasValue(dump.rows() - 1);
        assertThat(first.trouble().orElseThrow().sentence())
                .startsWith("database '" + dump.name() + "' of '" + name + "'")
                .contains("rows " + (dump.rows() - 1) + ", not " + dump.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXIT_1", "HANGS", "DIES_HALF_WAY"})
    void rowsThatCouldNotBeCountedAreNotTakenForRight(String kind) throws IOException {
        SimulatedSet made = set("shop");
        StoredSet set = made.in(folder.resolve("backups"));
        Files.delete(folder.resolve("home/simulated/calls.log"));

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, kind + "@QUERY#2");

        assertThat(result.databases().get(0).trouble().map(Finding::code)).contains("database.not-compared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "pgapp"})
    void aRowThatAWebsiteWritesMeanwhileIsToldAndNoError(String name) throws IOException {
        SimulatedSet made = set(name);
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().damage(name);

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "ROW_WRITTEN_MEANWHILE@IMPORT_DB#1");

        assertThat(result.ok()).isTrue();
        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("database.more-rows"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void oneConnectionTooManyIsEndedAndTheImportTriedOnceMore() throws IOException {
        SimulatedSet made = set("pgapp");
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server("pgapp");
        made.world().damage("pgapp");

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "OTHERS_CONNECTED@IMPORT_DB#1");

        assertThat(result.ok()).isTrue();
        assertThat(made.world().server("pgapp")).isEqualTo(before);
    }

    @Test
    void theSecondDatabaseIsPutBackAlthoughTheFirstCouldNotBe() throws IOException {
        SimulatedSet made = set("shop");
        StoredSet set = made.in(folder.resolve("backups"));
        made.world().damage("shop");

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "EXIT_255@IMPORT_DB#1");

        assertThat(result.databases()).extracting(RestoredDatabase::ok).containsExactly(false, true, true);
    }

    @Test
    void aDatabaseWhoseViewNamesATableOfALaterOneIsImportedOnceMore() throws IOException {
        SimulatedSet made = set("shop");
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server("shop");
        made.world().damage("shop");
        ProcessRunner ddev = made.world().ddev(Faults.NONE);
        AtomicInteger imports = new AtomicInteger();
        ProcessRunner lacking = call -> call.command().contains("import-db") && imports.getAndIncrement() == 0
                ? ProcessResult.exited(1, "", "ERROR 1146 (42S02) at line 41: Table 'reporting.t' doesn't exist\n")
                : ddev.run(call);

        DatabaseRestore.Result result = new DatabaseRestore(
                        new DatabaseCli(ddev, Duration.ofMinutes(1)), new ImportCli(lacking, Duration.ofMinutes(1)))
                .restore(
                        made.project(),
                        made.server(),
                        set,
                        StoredDatabases.of(set.record()).dumps(),
                        Way.IMPORT_DB,
                        what -> {});

        assertThat(result.ok()).isTrue();
        assertThat(imports).hasValue(4);
        assertThat(made.world().server("shop")).isEqualTo(before);
    }

    @Test
    void aDumpWithABrokenSentenceIsNoReasonToCallDdevWithoutAFile() throws IOException {
        SimulatedSet made = set("shop");
        StoredSet set = made.in(folder.resolve("backups"));
        String before = made.world().server("shop");
        Files.delete(set.folder().resolve("database/1.sql.gz"));

        DatabaseRestore.Result result = restore(made, set, Way.IMPORT_DB, "");

        assertThat(result.databases().get(0).trouble().orElseThrow().sentence()).contains("ddev was not called");
        assertThat(made.world().server("shop")).isEqualTo(before);
    }

    private SimulatedSet set(String name) {
        RecordedWorld world = new RecordedWorld(folder.resolve("home"), name);
        return SimulatedSet.of(world, name, name.equals("pgapp") ? POSTGRES : MARIADB);
    }

    private static DatabaseRestore.Result restore(SimulatedSet made, StoredSet set, Way way, String faults) {
        var ddev = made.world().ddev(Faults.parse(faults));
        DatabaseRestore restore = new DatabaseRestore(
                new DatabaseCli(made.world().again().ddev(Faults.parse(faults)), Duration.ofMinutes(1)),
                new ImportCli(ddev, Duration.ofMinutes(1)));
        return restore.restore(
                made.project(),
                made.server(),
                set,
                StoredDatabases.of(set.record()).dumps(),
                way,
                what -> {});
    }
}
