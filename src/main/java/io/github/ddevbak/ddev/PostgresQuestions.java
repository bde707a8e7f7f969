package io.github.ddevbak.ddev;

import io.github.ddevbak.project.SchemaCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a PostgreSQL server is asked about its databases. Run with PostgreSQL 15; written for 9.4 to 18. */
final class PostgresQuestions {

    /** A row for each database: name in hex, bytes, whether it lets anybody in, its connection limit. */
    static final String DATABASES =
            "SELECT encode(convert_to(d.datname::text,'UTF8'),'hex'),pg_database_size(d.oid),d.datallowconn,d.datconnlimit"
                    + " FROM pg_catalog.pg_database d WHERE d.datname NOT IN ('template0','template1','xhgui')"
                    + " ORDER BY d.datname";

    /**
     * One row: tables, sequences, views, materialized views, routines, triggers, as pg_dump writes them. It leaves out
     * what belongs to an extension, functions that a type made for itself, and a trigger's copies on partitions
     * (pg_dump.c of PostgreSQL 15: getFuncs, getTriggers; {@code tgparentid} exists since 13).
     */
    static final String COUNTS = "WITH ns AS (SELECT oid FROM pg_catalog.pg_namespace"
            + " WHERE nspname !~ '^pg_' AND nspname<>'information_schema'),"
            + " own AS (SELECT classid,objid,deptype FROM pg_catalog.pg_depend WHERE deptype IN ('e','i')),"
            + " rel AS (SELECT c.oid,c.relkind FROM pg_catalog.pg_class c WHERE c.relnamespace IN (SELECT oid FROM ns)"
            + " AND NOT EXISTS (SELECT 1 FROM own o WHERE o.classid='pg_catalog.pg_class'::regclass"
            + " AND o.objid=c.oid AND o.deptype='e'))"
            + " SELECT 'counts',(SELECT count(*) FROM rel WHERE relkind IN ('r','p')),"
            + "(SELECT count(*) FROM rel WHERE relkind='S'),"
            + "(SELECT count(*) FROM rel WHERE relkind='v'),"
            + "(SELECT count(*) FROM rel WHERE relkind='m'),"
            + "(SELECT count(*) FROM pg_catalog.pg_proc p WHERE p.pronamespace IN (SELECT oid FROM ns)"
            + " AND NOT EXISTS (SELECT 1 FROM own o WHERE o.classid='pg_catalog.pg_proc'::regclass AND o.objid=p.oid)),"
            + "(SELECT count(*) FROM pg_catalog.pg_trigger t JOIN rel ON rel.oid=t.tgrelid WHERE NOT t.tgisinternal"
            + " AND COALESCE(pg_catalog.row_to_json(t)->>'tgparentid','0')='0'"
            + " AND NOT EXISTS (SELECT 1 FROM own o WHERE o.classid='pg_catalog.pg_trigger'::regclass"
            + " AND o.objid=t.oid AND o.deptype='e'))";

    private static final Pattern DATABASE = Pattern.compile("((?:[0-9a-f]{2})+)\\|(\\d{1,18})\\|([tf])\\|(-?\\d+)");
    private static final Pattern COUNTED = Pattern.compile(
            "counts\\|(\\d{1,18})\\|(\\d{1,18})\\|(\\d{1,18})\\|(\\d{1,18})\\|(\\d{1,18})\\|(\\d{1,18})");

    private PostgresQuestions() {}

    /**
     * A row of the list of databases.
     *
     * @param broken whether dropping it was begun and never ended; nobody can connect and nothing can be saved
     */
    record Entry(String name, long bytes, boolean open, boolean broken) {}

    /** The client's command line for some SQL: rows only, {@code |} between columns, nobody's own settings. */
    static List<String> client(String database, String sql) {
        return List.of(
                "psql",
                "-U",
                "db",
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-d",
                connection(database),
                "-c",
                sql);
    }

    /** PostgreSQL's tools read a database name with an equals sign or a colon as a whole connection string. */
    static String connection(String database) {
        return DatabaseCli.exportable(database)
                ? database
                : "dbname='" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The databases in the answer; empty where it cannot be the whole answer of a server. */
    static Optional<List<Entry>> databases(String stdout) {
        List<Entry> entries = new ArrayList<>();
        for (String line : stdout.split("\r?\n", -1)) {
            Matcher row = DATABASE.matcher(line);
            if (row.matches()) {
                entries.add(new Entry(
                        MysqlQuestions.name(row.group(1)),
                        Long.parseLong(row.group(2)),
                        row.group(3).equals("t"),
                        row.group(4).equals("-2")));
            } else if (line.contains("|")) {
                return Optional.empty();
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    static Optional<SchemaCounts> counts(String stdout) {
        for (String line : stdout.split("\r?\n", -1)) {
            Matcher row = COUNTED.matcher(line);
            if (row.matches()) {
                return Optional.of(new SchemaCounts(
                        Long.parseLong(row.group(1)),
                        Long.parseLong(row.group(2)),
                        Long.parseLong(row.group(3)),
                        Long.parseLong(row.group(4)),
                        Long.parseLong(row.group(5)),
                        0,
                        Long.parseLong(row.group(6))));
            }
        }
        return Optional.empty();
    }
}
