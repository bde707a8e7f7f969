package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.SchemaCounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a MySQL or MariaDB server is asked about its databases. Run with MariaDB 10.11; MySQL is untested.
 *
 * <p>The client in ddev's image is root by the container user's {@code ~/.my.cnf}, which also names a default database
 * that may have been dropped.
 */
final class MysqlQuestions {

    /**
     * A row for each schema and for each kind of object in it: name in hex, kind, how many, bytes. Names go in hex,
     * also for grouping: information_schema compares {@code Shop} and {@code shop} as equal, the server need not.
     */
    static final String INVENTORY = "SELECT HEX(schema_name),'SCHEMA',1,0 FROM information_schema.schemata"
            + " UNION ALL SELECT HEX(table_schema),table_type,COUNT(*),COALESCE(SUM(data_length+index_length),0)"
            + " FROM information_schema.tables GROUP BY HEX(table_schema),table_type"
            + " UNION ALL SELECT HEX(routine_schema),'ROUTINE',COUNT(*),0"
            + " FROM information_schema.routines GROUP BY HEX(routine_schema)"
            + " UNION ALL SELECT HEX(event_schema),'EVENT',COUNT(*),0"
            + " FROM information_schema.events GROUP BY HEX(event_schema)"
            + " UNION ALL SELECT HEX(trigger_schema),'TRIGGER',COUNT(*),0"
            + " FROM information_schema.triggers GROUP BY HEX(trigger_schema)";

    /** The server's own, and the profiler's that ddev makes itself. */
    private static final Set<String> NOT_THE_USERS =
            Set.of("information_schema", "performance_schema", "mysql", "sys", "xhgui");

    private static final Pattern ROW = Pattern.compile("((?:[0-9A-F]{2})+)\t([A-Z ]+)\t(\\d{1,18})\t(\\d{1,18})");

    private MysqlQuestions() {}

    /** The client's command line for some SQL; rows come without a header, a tab between columns. */
    static List<String> client(DatabaseServer server, String sql) {
        return List.of(
                named(server, "mariadb", "mysql"),
                "-N",
                "-B",
                "--default-character-set=utf8mb4",
                "-D",
                "information_schema",
                "-e",
                sql);
    }

    /** MariaDB's tools have names of their own since 10.5, as ddev calls them, too; the old names vanish with 11. */
    static String named(DatabaseServer server, String mariadb, String mysql) {
        boolean own = server.family() == DatabaseServer.Family.MARIADB && atLeast(server, 10, 5);
        return own ? mariadb : mysql;
    }

    static boolean atLeast(DatabaseServer server, int major, int minor) {
        String[] parts = server.version().split("\\.", -1);
        int itsMajor = number(parts[0]);
        int itsMinor = parts.length > 1 ? number(parts[1]) : 0;
        return itsMajor > major || (itsMajor == major && itsMinor >= minor);
    }

    /** A version word that is no number is taken for newer than any. */
    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    /** The databases in the client's answer; empty where it cannot be the whole answer of a server. */
    static Optional<List<ServerDatabase>> inventory(String stdout) {
        Map<String, Map<String, long[]>> schemas = new LinkedHashMap<>();
        for (String line : stdout.split("\r?\n", -1)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                long[] sum = schemas.computeIfAbsent(name(row.group(1)), any -> new LinkedHashMap<>())
                        .computeIfAbsent(row.group(2), any -> new long[2]);
                sum[0] += Long.parseLong(row.group(3));
                sum[1] += Long.parseLong(row.group(4));
            } else if (line.contains("\t")) {
                return Optional.empty();
            }
        }
        return schemas.containsKey("information_schema") ? Optional.of(users(schemas)) : Optional.empty();
    }

    private static List<ServerDatabase> users(Map<String, Map<String, long[]>> schemas) {
        List<ServerDatabase> databases = new ArrayList<>();
        schemas.forEach((name, kinds) -> {
            ServerDatabase database = new ServerDatabase(name, counts(kinds), bytes(kinds));
            // A new server's empty "test", and folders such as lost+found that older servers show as databases.
            boolean stray = name.equals("test") || name.startsWith("#mysql50#");
            if (!NOT_THE_USERS.contains(name) && !(stray && database.counts().equals(SchemaCounts.NONE))) {
                databases.add(database);
            }
        });
        return databases;
    }

    /** A package and its body count as two routines, as the dump writes two statements. */
    private static SchemaCounts counts(Map<String, long[]> kinds) {
        long tables = 0;
        for (Map.Entry<String, long[]> kind : kinds.entrySet()) {
            boolean table = !Set.of(
                            "SCHEMA", "SEQUENCE", "VIEW", "SYSTEM VIEW", "TEMPORARY", "ROUTINE", "EVENT", "TRIGGER")
                    .contains(kind.getKey());
            tables += table ? kind.getValue()[0] : 0;
        }
        return new SchemaCounts(
                tables,
                count(kinds, "SEQUENCE"),
                count(kinds, "VIEW"),
                0,
                count(kinds, "ROUTINE"),
                count(kinds, "EVENT"),
                count(kinds, "TRIGGER"));
    }

    private static long count(Map<String, long[]> kinds, String kind) {
        return kinds.getOrDefault(kind, new long[2])[0];
    }

    private static long bytes(Map<String, long[]> kinds) {
        return kinds.values().stream().mapToLong(kind -> kind[1]).sum();
    }

    static String name(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }
}
