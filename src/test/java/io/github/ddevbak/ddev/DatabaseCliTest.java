package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.ddev.Answer.Trouble;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCliTest {
    private static final String COUNTED = "counts|6|2|1|1|3|2\n";
    private static final SchemaCounts COUNTS = new SchemaCounts(6, 2, 1, 1, 3, 0, 2);

    @TempDir
    Path folder;

    private Project shop = Sample.project(Path.of("/nowhere"));

    @BeforeEach
    void makeTheProject() throws IOException {
        shop = Sample.shop(folder);
    }

    @Test
    void theServerIsAskedInTheProjectsOwnFolderWithoutHooksOrAShell() {
        Scripted ddev = Scripted.saying("");
        new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.MARIADB);
        assertThat(ddev.only().directory()).contains(folder);
        assertThat(ddev.only().command())
                .startsWith("ddev", "exec", "--raw", "-s", "db", "--skip-hooks", "--", "mariadb", "-N", "-B")
                .contains("information_schema")
                .endsWith("-e", MysqlQuestions.INVENTORY);
        assertThat(ddev.only().environment()).isEqualTo(DdevCall.ENVIRONMENT);
    }

    @Test
    void ddevIsNotCalledWhereTheConfigurationHasGoneMeanwhile() throws IOException {
        Files.delete(folder.resolve(".ddev/config.yaml"));
        Scripted ddev = Scripted.saying();
        DatabaseCli cli = new DatabaseCli(ddev, Sample.TIMEOUT);
        assertThat(Sample.refused(cli.inventory(shop, Sample.MARIADB)).why()).contains("has gone");
        assertThat(cli.export(shop, "db", OutputStream.nullOutputStream()).ok()).isFalse();
        assertThat(cli.dump(shop, Sample.MARIADB, "db", false, OutputStream.nullOutputStream())
                        .ok())
                .isFalse();
        assertThat(ddev.asked()).isEmpty();
    }

    @Test
    void aServerThatLetsNobodyInIsToldInItsOwnWords() {
        Scripted ddev = Scripted.answering(Recording.of("715-mysql-error"));
        assertThat(Sample.refused(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.MARIADB))
                        .why())
                .isEqualTo("ERROR 1054 (42S22) at line 1: Unknown column 'nosuch' in 'SELECT'");
    }

    @Test
    void aProjectWithoutADatabaseContainerIsRefused() {
        Scripted ddev = Scripted.answering(Recording.of("728-exec-nodb-service-db"));
        assertThat(Sample.refused(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.MARIADB))
                        .why())
                .isEqualTo("No running container found for service 'db' in 'nodb' project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Building project images...\nWaiting for containers to become ready\n"})
    void silenceWithExitZeroIsNotAServerWithoutDatabases(String stdout) {
        DatabaseCli cli = new DatabaseCli(Scripted.saying(stdout, stdout), Sample.TIMEOUT);
        assertThat(Sample.refused(cli.inventory(shop, Sample.MARIADB)).why()).contains("incomplete");
        assertThat(Sample.refused(cli.inventory(shop, Sample.POSTGRES)).why()).contains("incomplete");
    }

    @Test
    void eachPostgresDatabaseIsCountedAndAnEmptyPostgresOneIsLeftOut() {
        Scripted ddev = Scripted.saying(
                "6462|8060263|t|-1\n706f737467726573|7634279|t|-1\n6127c3a4203d62|7708007|t|-1\n",
                COUNTED,
                "counts|0|0|0|0|0|0\n",
                "counts|0|0|0|0|0|0\n");
        assertThat(Sample.said(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES))
                        .content())
                .containsExactly(
                        new ServerDatabase("db", COUNTS, 8060263),
                        new ServerDatabase("a'ä =b", SchemaCounts.NONE, 7708007));
        assertThat(ddev.asked())
                .extracting(call -> call.command().get(call.command().indexOf("-d") + 1))
                .containsExactly("postgres", "db", "postgres", "dbname='a\\'ä =b'");
    }

    @Test
    void aPostgresDatabaseNamedPostgresCountsOnceItHoldsSomething() {
        Scripted ddev = Scripted.saying("706f737467726573|7634279|t|-1\n", COUNTED);
        assertThat(Sample.said(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES))
                        .content())
                .extracting(ServerDatabase::name)
                .containsExactly("postgres");
    }

    @Test
    void aDatabaseThatLetsNobodyInIsListedSoThatItsDumpFails() {
        Scripted ddev = Scripted.saying("6462|8060263|t|-1\n78|7708007|f|-1\n", COUNTED);
        Answer.Said<List<ServerDatabase>> said =
                Sample.said(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES));
        assertThat(said.content()).extracting(ServerDatabase::counted).containsExactly(true, false);
        assertThat(said.content().get(1).counts().outside(COUNTS, COUNTS)).isPresent();
        assertThat(SchemaCounts.NONE.outside(ServerDatabase.UNCOUNTED, ServerDatabase.UNCOUNTED))
                .isPresent();
        assertThat(said.warnings()).containsExactly("database x could not be counted: it does not accept connections");
    }

    @Test
    void oneDatabaseThatCannotBeCountedDoesNotHideTheOthers() {
        Scripted ddev = Scripted.answering(
                ProcessResult.exited(0, "6462|8060263|t|-1\n78|7708007|t|-1\n", ""),
                Recording.of("708-psql-error"),
                ProcessResult.exited(0, COUNTED, ""));
        assertThat(Sample.said(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES))
                        .content())
                .containsExactly(
                        new ServerDatabase("db", ServerDatabase.UNCOUNTED, 8060263),
                        new ServerDatabase("x", COUNTS, 7708007));
    }

    @Test
    void aHalfDroppedDatabaseIsAWarning() {
        Scripted ddev = Scripted.saying("6462|8060263|t|-2\n");
        Answer.Said<List<ServerDatabase>> said =
                Sample.said(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES));
        assertThat(said.content()).isEmpty();
        assertThat(said.warnings()).singleElement().asString().contains("half dropped");
    }

    @Test
    void aTimeOutWhileCountingIsATimeOutOfTheWhole() {
        Scripted ddev = Scripted.answering(
                ProcessResult.exited(0, "6462|8060263|t|-1\n", ""), Sample.ended(new Ending.TimedOut(Sample.TIMEOUT)));
        assertThat(Sample.refused(new DatabaseCli(ddev, Sample.TIMEOUT).inventory(shop, Sample.POSTGRES))
                        .trouble())
                .isEqualTo(Trouble.TIMED_OUT);
    }

    @Test
    void anExportStreamsThePlainDumpToTheSink() {
        Scripted ddev = Scripted.saying("-- MariaDB dump");
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .export(shop, "reporting", sink)
                        .ok())
                .isTrue();
        assertThat(sink).hasToString("-- MariaDB dump");
        assertThat(ddev.typed()).containsExactly("ddev export-db shop --database=reporting --gzip=false --skip-hooks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my-db", "a b", "a;rm -rf /", "$(id)", "ä", "../x", "a\nb", "-a", "a'b"})
    void aNameThatDdevWouldGiveToAShellUnquotedIsNotExported(String name) {
        assertThat(DatabaseCli.exportable(name)).isFalse();
        assertThatThrownBy(() -> new DatabaseCli(Scripted.saying(), Sample.TIMEOUT)
                        .export(shop, name, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plainNamesAreExported() {
        assertThat(List.of("db", "Shop_2", "0")).allMatch(DatabaseCli::exportable);
    }

    @Test
    void aDumpOfMariadbHoldsRoutinesAndEventsToo() {
        Scripted ddev = Scripted.saying("");
        new DatabaseCli(ddev, Sample.TIMEOUT)
                .dump(shop, Sample.MARIADB, "we`ird", false, OutputStream.nullOutputStream());
        assertThat(ddev.only().command())
                .containsExactly(
                        "ddev",
                        "exec",
                        "--raw",
                        "-s",
                        "db",
                        "--skip-hooks",
                        "--",
                        "mariadb-dump",
                        "--single-transaction",
                        "--routines",
                        "--events",
                        "--triggers",
                        "--max-allowed-packet=1G",
                        "we`ird");
        assertThat(ddev.only().directory()).contains(folder);
    }

    @Test
    void aForcedDumpGoesOnAfterWhatIsBroken() {
        assertThat(DumpTool.command(Sample.MARIADB, "db", true)).contains("--force");
        assertThat(DumpTool.command(Sample.MARIADB, "db", false)).doesNotContain("--force");
    }

    @Test
    void aDumpOfMysqlHoldsNothingThatOnlyACopyOfTheServerCanRead() {
        assertThat(DumpTool.command(Sample.MYSQL, "db", false))
                .startsWith("mysqldump")
                .contains("--set-gtid-purged=OFF", "--no-tablespaces");
        assertThat(DumpTool.command(new DatabaseServer(DatabaseServer.Family.MYSQL, "5.5"), "db", false))
                .doesNotContain("--set-gtid-purged=OFF");
    }

    @Test
    void aNameThatLooksLikeAnOptionIsNone() {
        assertThat(DumpTool.command(Sample.MARIADB, "--all-databases", false)).endsWith("--", "--all-databases");
        assertThat(DumpTool.command(Sample.POSTGRES, "--version", false)).endsWith("dbname='--version'");
    }

    @Test
    void aPostgresNameIsNotReadAsAConnectionString() {
        assertThat(DumpTool.command(Sample.POSTGRES, "db", false)).containsExactly("pg_dump", "-U", "db", "db");
        assertThat(DumpTool.command(Sample.POSTGRES, "host=evil \\'", false)).endsWith("dbname='host=evil \\\\\\''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5", "10.11", "11.4", "11.8", "12.3", "13"})
    void mariadbsToolsHaveTheirOwnNamesSince105(String version) {
        assertThat(DumpTool.command(new DatabaseServer(DatabaseServer.Family.MARIADB, version), "db", false))
                .startsWith("mariadb-dump");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "10.0", "10.4"})
    void olderMariadbToolsAreCalledAsMysqls(String version) {
        assertThat(DumpTool.command(new DatabaseServer(DatabaseServer.Family.MARIADB, version), "db", false))
                .startsWith("mysqldump");
    }

    @Test
    void endingNothingAsksNobody() {
        assertThat(new DatabaseCli(Scripted.saying(), Sample.TIMEOUT)
                        .end(shop, List.of())
                        .ok())
                .isTrue();
    }

    @Test
    void endingWhatIsLeftIsNotCutShortByACancellation() {
        Scripted ddev = Scripted.saying("");
        new DatabaseCli(ddev, Sample.TIMEOUT)
                .end(shop, List.of(new DatabaseCli.DumpProcess(12, 345, "mariadb-dump db")));
        assertThat(ddev.only().sheltered()).isTrue();
        assertThat(ddev.only().command()).endsWith("sh", "12:345");
    }
}
