package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import java.util.ArrayList;
import java.util.List;

/** The command line of a dump tool inside the database container, which writes everything one database holds. */
final class DumpTool {
    private DumpTool() {}

    /**
     * MySQL's tool also needs to be told not to write what only a copy of the same server could read; MySQL is
     * untested. The packet size is the client's greatest, else a row above 16 or 24 MB ends the dump.
     *
     * @param force go on after what cannot be dumped, such as a view on a table that is gone; the tool then exits 2
     */
    static List<String> command(DatabaseServer server, String database, boolean force) {
        if (server.postgres()) {
            return List.of("pg_dump", "-U", "db", PostgresQuestions.connection(database));
        }
        List<String> words = new ArrayList<>(List.of(
                MysqlQuestions.named(server, "mariadb-dump", "mysqldump"),
                "--single-transaction",
                "--routines",
                "--events",
                "--triggers",
                "--max-allowed-packet=1G"));
        if (server.family() == DatabaseServer.Family.MYSQL) {
            words.add("--no-tablespaces");
            if (MysqlQuestions.atLeast(server, 5, 6)) {
                words.add("--set-gtid-purged=OFF");
            }
        }
        if (force) {
            words.add("--force");
        }
        if (database.startsWith("-")) {
            words.add("--");
        }
        words.add(database);
        return words;
    }
}
