package io.github.ddevbak.ddev;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many rows a server's databases hold, of those that a dump writes: of tables, by counting them one by one. Run with
 * MariaDB 11.8 and PostgreSQL 15; MySQL is untested.
 */
final class RowQuestions {

    /** Engines whose rows are elsewhere: MariaDB's and MySQL's dump tools write such tables without them. */
    private static final String ELSEWHERE =
            "'MRG_MYISAM','MRG_ISAM','FEDERATED','CONNECT','OQGRAPH','SPIDER','VP','S3','BLACKHOLE'";

    /**
     * One row. pg_dump writes the rows of a parent and of its children apart, and of an extension's tables what the
     * extension says is the user's.
     */
    static final String POSTGRES = "DO $$DECLARE one record; many bigint; total bigint := 0; BEGIN FOR one IN"
            + " SELECT format('SELECT count(*) FROM ONLY %I.%I %s',n.nspname,c.relname,g.condition) AS question"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid=c.relnamespace"
            + " LEFT JOIN (SELECT unnest(e.extconfig) AS oid,unnest(e.extcondition) AS condition"
            + " FROM pg_catalog.pg_extension e) g ON g.oid=c.oid"
            + " WHERE c.relkind='r' AND n.nspname !~ '^pg_' AND n.nspname<>'information_schema'"
            + " AND (g.oid IS NOT NULL OR NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
            + " WHERE d.classid='pg_catalog.pg_class'::regclass AND d.objid=c.oid AND d.deptype='e'))"
            + " LOOP EXECUTE one.question INTO many; total := total+many; END LOOP;"
            + " PERFORM set_config('ddevbak.rows',total::text,false); END$$;"
            + " SELECT 'rows',current_setting('ddevbak.rows')";

    private static final Pattern MYSQL_ROW = Pattern.compile("((?:[0-9A-F]{2})*)\t(\\d{1,18})");
    private static final Pattern POSTGRES_ROW = Pattern.compile("rows\\|(\\d{1,18})");

    private RowQuestions() {}

    /**
     * A row for each of the databases that has a table: its name in hex and how many rows; and one of a nameless
     * database, as a sign that the question was understood. The server writes the statement that counts.
     */
    static String mysql(List<String> databases) {
        String names = databases.stream()
                .map(name ->
                        "'" + HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_8)) + "'")
                .collect(Collectors.joining(","));
        return "SET SESSION group_concat_max_len=16777216;"
                + " SELECT CONCAT('SELECT s,SUM(n) FROM (SELECT '''' s,0 n',COALESCE(GROUP_CONCAT("
                + "CONCAT(' UNION ALL SELECT ''',HEX(table_schema),''',COUNT(*) FROM `',"
                + "REPLACE(table_schema,'`','``'),'`.`',REPLACE(table_name,'`','``'),'`') SEPARATOR ''),''),"
                + "') counted GROUP BY s') INTO @counting FROM information_schema.tables"
                + " WHERE table_type IN ('BASE TABLE','SYSTEM VERSIONED')"
                + " AND UPPER(COALESCE(engine,'')) NOT IN (" + ELSEWHERE + ")"
                + " AND HEX(table_schema) IN (" + names + ");"
                + " PREPARE counting FROM @counting; EXECUTE counting";
    }

    /** Rows by database; empty where it cannot be the whole answer. */
    static Optional<Map<String, Long>> mysqlRows(List<String> databases, String stdout) {
        Map<String, Long> answered = new LinkedHashMap<>();
        for (String line : stdout.split("\r?\n", -1)) {
            Matcher row = MYSQL_ROW.matcher(line);
            if (row.matches()) {
                answered.put(MysqlQuestions.name(row.group(1)), Long.parseLong(row.group(2)));
            } else if (line.contains("\t")) {
                return Optional.empty();
            }
        }
        if (!answered.containsKey("")) {
            return Optional.empty();
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        databases.forEach(name -> rows.put(name, answered.getOrDefault(name, 0L)));
        return Optional.of(rows);
    }

    static OptionalLong postgresRows(String stdout) {
        for (String line : stdout.split("\r?\n", -1)) {
            Matcher row = POSTGRES_ROW.matcher(line);
            if (row.matches()) {
                return OptionalLong.of(Long.parseLong(row.group(1)));
            }
        }
        return OptionalLong.empty();
    }
}
