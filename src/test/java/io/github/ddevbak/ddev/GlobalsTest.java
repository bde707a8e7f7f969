package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalsTest {
    /** db@%, db@localhost, root@localhost, mariadb.sys@localhost, the nameless account and PUBLIC. */
    private static final String DDEVS_ACCOUNTS = """
                5055424C4943\t\tY
                \t6C6F63616C686F7374\tN
                6462\t25\tN
                6462\t6C6F63616C686F7374\tN
                6D6172696164622E737973\t6C6F63616C686F7374\tN
                726F6F74\t6C6F63616C686F7374\tN
                """;

    private static final String MARK = "end-of-answer\n";
    private static final String PG_HEAD = """
                --
                -- PostgreSQL database cluster dump
                --

                \\restrict IXb7j3

                SET default_transaction_read_only = off;

                SET client_encoding = 'UTF8';

                --
                -- Roles
                --

                """;
    private static final String PG_DDEVS = """
                CREATE ROLE db;
                ALTER ROLE db WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN REPLICATION BYPASSRLS PASSWORD 'md5x';
                """;
    private static final String PG_TAIL =
            "\n\n\\unrestrict IXb7j3\n\n--\n-- PostgreSQL database cluster dump complete\n--\n";

    @TempDir
    Path folder;

    private Project shop = Sample.project(Path.of("/nowhere"));

    @BeforeEach
    void makeTheProject() throws IOException {
        shop = Sample.shop(folder);
    }

    @Test
    void aServerWithDdevsAccountsOnlyHasNoneWorthKeeping() {
        Scripted ddev = Scripted.saying(
                DDEVS_ACCOUNTS + MARK,
                MARK + "GRANT USAGE ON *.* TO `db`@`%` IDENTIFIED BY PASSWORD '*D2'\n"
                        + "GRANT ALL PRIVILEGES ON `db`.* TO `db`@`%`\n"
                        + "GRANT ALL PRIVILEGES ON `reporting`.* TO `db`@`%`\n" + MARK);
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .globals(shop, Sample.MARIADB)
                        .value())
                .contains("");
        assertThat(ddev.asked().get(1).command().get(14))
                .isEqualTo("SELECT 'end-of-answer'; SHOW GRANTS FOR `db`@`%`; SHOW GRANTS FOR `db`@`localhost`;"
                        + " SELECT 'end-of-answer'");
    }

    @Test
    void usersAndRolesAreKeptSoThatTheyCanBeMadeTwice() {
        Scripted ddev = Scripted.saying(
                "72656164657273\t\tY\n" + DDEVS_ACCOUNTS + "617070207573657260\t31302E25\tN\n" + MARK,
                "CREATE USER `app user```@`10.%` IDENTIFIED BY PASSWORD '*B6'\n"
                        + "GRANT USAGE ON *.* TO `readers`\n"
                        + "GRANT SELECT ON `od\\\\d\\tname`.* TO `readers`\n"
                        + "GRANT `readers` TO `app user```@`10.%`\n"
                        + MARK
                        + "GRANT SUPER ON *.* TO `db`@`%`\n"
                        + "GRANT ALL PRIVILEGES ON `db`.* TO `db`@`%`\n"
                        + MARK);
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .globals(shop, Sample.MARIADB)
                        .value())
                .contains("""
                CREATE ROLE IF NOT EXISTS `readers`;
                CREATE USER IF NOT EXISTS `app user```@`10.%` IDENTIFIED BY PASSWORD '*B6';
                GRANT USAGE ON *.* TO `readers`;
                GRANT SELECT ON `od\\d\tname`.* TO `readers`;
                GRANT `readers` TO `app user```@`10.%`;
                GRANT SUPER ON *.* TO `db`@`%`;
                """);
        assertThat(ddev.asked().get(1).command().get(14))
                .startsWith("SHOW CREATE USER `app user```@`10.%`; SHOW GRANTS FOR `readers`;"
                        + " SHOW GRANTS FOR `app user```@`10.%`; ");
    }

    @Test
    void mysqlIsNotAskedForRolesInMariadbsWayAndShowsHashesAsText() {
        Scripted ddev = Scripted.saying("6170\t25\tN\n" + MARK, MARK + MARK);
        new DatabaseCli(ddev, Sample.TIMEOUT).globals(shop, Sample.MYSQL);
        assertThat(ddev.typed().get(0)).doesNotContain("is_role");
        assertThat(ddev.typed().get(1)).contains("print_identified_with_as_hex=1", "SHOW CREATE USER");
    }

    @Test
    void serversThatCannotShowHowAUserWasMadeAreNotAskedTo() {
        Scripted ddev = Scripted.saying("6170\t25\tN\n" + MARK, MARK + MARK);
        new DatabaseCli(ddev, Sample.TIMEOUT).globals(shop, new DatabaseServer(DatabaseServer.Family.MYSQL, "5.6"));
        assertThat(ddev.typed().get(1)).contains("SHOW GRANTS FOR").doesNotContain("SHOW CREATE USER");
    }

    @Test
    void anAnswerWithoutItsEndIsNoListOfAccounts() {
        assertThat(new DatabaseCli(Scripted.saying(DDEVS_ACCOUNTS), Sample.TIMEOUT)
                        .globals(shop, Sample.MARIADB)
                        .value())
                .isEmpty();
        assertThat(new DatabaseCli(Scripted.saying(MARK), Sample.TIMEOUT)
                        .globals(shop, Sample.MARIADB)
                        .value())
                .isEmpty();
        assertThat(new DatabaseCli(Scripted.saying(DDEVS_ACCOUNTS + MARK, MARK), Sample.TIMEOUT)
                        .globals(shop, Sample.MARIADB)
                        .value())
                .isEmpty();
    }

    @Test
    void aPostgresServerWithDdevsRoleOnlyHasNoneWorthKeeping() {
        Scripted ddev = Scripted.saying(PG_HEAD + PG_DDEVS + PG_TAIL);
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .globals(shop, Sample.POSTGRES)
                        .value())
                .contains("");
        assertThat(ddev.only().command()).endsWith("pg_dumpall", "-U", "db", "--globals-only");
    }

    @Test
    void postgresRolesAreKeptWithoutDdevsOwn() {
        String users = """
                CREATE ROLE app;
                ALTER ROLE app WITH LOGIN PASSWORD 'SCRAM';
                CREATE ROLE db2;
                ALTER ROLE db SET statement_timeout TO '5min';
                GRANT app TO db2 GRANTED BY db;
                """;
        Scripted ddev = Scripted.saying(PG_HEAD + PG_DDEVS + users + PG_TAIL);
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .globals(shop, Sample.POSTGRES)
                        .value())
                .contains(PG_HEAD + users + PG_TAIL);
    }

    @Test
    void aListOfRolesCutBeforeItsEndIsRefused() {
        Scripted ddev = Scripted.saying(PG_HEAD + PG_DDEVS + "CREATE ROLE app;\n");
        assertThat(new DatabaseCli(ddev, Sample.TIMEOUT)
                        .globals(shop, Sample.POSTGRES)
                        .value())
                .isEmpty();
    }
}
