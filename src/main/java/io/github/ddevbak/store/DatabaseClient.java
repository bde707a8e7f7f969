package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command lines that speak to the database server inside ddev's container, for people to copy. */
enum DatabaseClient {
    /** MariaDB 10.5 and newer. */
    MARIADB("mariadb"),
    /** MySQL, and MariaDB before its programs got names of their own. */
    MYSQL("mysql"),
    POSTGRES("psql");

    private static final Pattern OLD_MARIADB = Pattern.compile("mariadb:(?:5\\.\\d+|10\\.[0-4])(?:\\..*)?");

    private final String program;

    DatabaseClient(String program) {
        this.program = program;
    }

    /** @param server type and version as ddev writes it, such as {@code mariadb:11.8} */
    static DatabaseClient of(String server) {
        if (server.startsWith("postgres")) {
            return POSTGRES;
        }
        Matcher old = OLD_MARIADB.matcher(server);
        return server.startsWith("mysql") || old.matches() ? MYSQL : MARIADB;
    }

    /** What to know before a database is replaced, with a space before; may be empty. */
    String caution() {
        return this == POSTGRES
                ? " PostgreSQL does not let go of one that something is connected to: end that first."
                : "";
    }

    /** Reads SQL for the whole server from its input and goes on after an error. */
    String globals() {
        return this == POSTGRES ? fed("psql", "-U", "db", "-q", "-d", "postgres") : fed(program, "--force");
    }

    /** Replaces a database, whatever its name, by what the first command writes. */
    List<String> replace(String name, String dump) {
        List<String> commands = new ArrayList<>();
        if (this == POSTGRES) {
            commands.add(inContainer("dropdb", "-U", "db", "--if-exists", "--", name));
            commands.add(inContainer("createdb", "-U", "db", "--", name));
            commands.add(dump + " | " + fed("psql", "-U", "db", "-q", "-v", "ON_ERROR_STOP=1", "-d", connection(name)));
        } else {
            String quoted = "`" + name.replace("`", "``") + "`";
            String granted = quoted.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
            commands.add(inContainer(
                    program,
                    "-e",
                    "DROP DATABASE IF EXISTS " + quoted + "; CREATE DATABASE " + quoted + "; GRANT ALL ON " + granted
                            + ".* TO `db`@`%`"));
            commands.add(dump + " | " + fed(program, "--database=" + name));
        }
        return commands;
    }

    /** psql takes a name with an equals sign or a scheme for a connection string (PostgreSQL 9 to 18). */
    private static String connection(String name) {
        boolean plain = !name.contains("=") && !name.contains("://");
        return plain ? name : "dbname='" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * A program that reads its standard input: with {@code --raw} a question of ddev's own swallows that (v1.25.3). Without
     * it the one word goes through a shell, so what is in it is quoted for that, too.
     */
    private static String fed(String... words) {
        return typed(List.of("ddev", "exec", "-s", "db", "--", typed(List.of(words))));
    }

    private static String inContainer(String... words) {
        List<String> all = new ArrayList<>(List.of("ddev", "exec", "--raw", "-s", "db", "--"));
        all.addAll(List.of(words));
        return typed(all);
    }
}
