package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the database clients that take SQL in. Run with MariaDB and PostgreSQL; MySQL is untested. */
final class ImportWords {
    private ImportWords() {}

    /** Several {@code -c} of psql run one by one: PostgreSQL drops no database within a transaction. */
    static List<String> recreate(DatabaseServer server, String database) {
        if (!server.postgres()) {
            String name = "`" + database.replace("`", "``") + "`";
            String pattern = name.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
            return MysqlQuestions.client(
                    server,
                    "DROP DATABASE IF EXISTS " + name + "; CREATE DATABASE " + name + "; GRANT ALL ON " + pattern
                            + ".* TO `db`@`%`");
        }
        String name = "\"" + database.replace("\"", "\"\"") + "\"";
        List<String> words = new ArrayList<>(endConnections(database));
        // Since PostgreSQL 13, so that a connection that comes back in between does not matter.
        String force = MysqlQuestions.atLeast(server, 13, 0) ? " WITH (FORCE)" : "";
        words.addAll(List.of("-c", "DROP DATABASE IF EXISTS " + name + force));
        words.addAll(List.of("-c", "CREATE DATABASE " + name));
        return words;
    }

    static List<String> endConnections(String database) {
        return PostgresQuestions.client(
                "postgres",
                "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
                        + " WHERE pid<>pg_catalog.pg_backend_pid() AND datname='" + database.replace("'", "''") + "'");
    }

    /** Binary mode keeps {@code \r\n} and zero bytes in data as they are. */
    static List<String> load(DatabaseServer server, String database, boolean onwards) {
        List<String> words = new ArrayList<>(load(server, database));
        if (onwards && !server.postgres()) {
            words.add(1, "--force");
        }
        return words;
    }

    private static List<String> load(DatabaseServer server, String database) {
        return server.postgres()
                ? List.of(
                        "psql",
                        "-U",
                        "db",
                        "-X",
                        "-q",
                        "-o",
                        "/dev/null",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-d",
                        PostgresQuestions.connection(database))
                : List.of(
                        MysqlQuestions.named(server, "mariadb", "mysql"),
                        "--binary-mode",
                        "--default-character-set=utf8mb4",
                        "--max-allowed-packet=1G",
                        "--database=" + database);
    }

    static List<String> globals(DatabaseServer server) {
        return server.postgres()
                ? List.of("psql", "-U", "db", "-X", "-q", "-o", "/dev/null", "-d", "postgres")
                : List.of(
                        MysqlQuestions.named(server, "mariadb", "mysql"),
                        "--force",
                        "--default-character-set=utf8mb4",
                        "--database=information_schema");
    }
}
