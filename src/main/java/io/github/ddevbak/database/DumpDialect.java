package io.github.ddevbak.database;

import io.github.ddevbak.project.DatabaseServer;

/** Whose dump tool wrote a dump, which decides how its text is read. */
public enum DumpDialect {
    /** {@code mysqldump} and {@code mariadb-dump}. */
    MYSQL,
    /** {@code pg_dump} in its plain format. */
    POSTGRES;

    public static DumpDialect of(DatabaseServer.Family family) {
        return switch (family) {
            case MARIADB, MYSQL -> MYSQL;
            case POSTGRES -> POSTGRES;
        };
    }

    SqlScanner scanner(Tally tally) {
        return switch (this) {
            case MYSQL -> new MysqlScanner(tally);
            case POSTGRES -> new PostgresScanner(tally);
        };
    }
}
