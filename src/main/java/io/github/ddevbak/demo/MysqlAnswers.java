package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a simulated MariaDB or MySQL server answers; questions are known by words in them, SQL is not read. */
final class MysqlAnswers {
    private static final Pattern LITERAL = Pattern.compile("SELECT '([^']*)'");
    private static final Pattern SHOW = Pattern.compile("SHOW (CREATE USER|GRANTS FOR) (`([^`]*)`(?:@`[^`]*`)?)");
    private static final List<String> SYSTEM = List.of("information_schema", "mysql", "performance_schema", "sys");
    private static final List<String> BUILT_IN =
            List.of("db\t%", "mariadb.sys\tlocalhost", "mysql\tlocalhost", "root\t%", "root\tlocalhost");

    private final Site site;
    private final Voice voice;

    MysqlAnswers(Site site, Voice voice) {
        this.site = site;
        this.voice = voice;
    }

    /** Answers the statements in the last word; false where one of them is not known. */
    boolean say(List<String> words) {
        String sql = words.get(words.size() - 1);
        if (!words.contains("-N") || !words.contains("-B") || !words.contains("-e")) {
            return false;
        }
        for (String statement : sql.split(";", -1)) {
            if (!one(statement.strip())) {
                return false;
            }
        }
        return true;
    }

    private boolean one(String statement) {
        Matcher literal = LITERAL.matcher(statement);
        Matcher show = SHOW.matcher(statement);
        if (literal.matches()) {
            voice.out(literal.group(1) + "\n");
        } else if (show.matches()) {
            show(show.group(1), show.group(2), show.group(3));
        } else if (statement.contains("HEX(schema_name),'SCHEMA'")) {
            inventory();
        } else if (statement.contains("COUNT(*) FROM `") && statement.contains(" INTO @counting ")) {
            rows(statement);
        } else if (statement.contains("HEX(User),HEX(Host)") && statement.contains("FROM mysql.user")) {
            accounts();
        } else if (statement.equals("SELECT schema_name FROM information_schema.schemata")) {
            SYSTEM.forEach(name -> voice.out(name + "\n"));
            site.state().databases().forEach(database -> voice.out(database.name() + "\n"));
        } else {
            return statement.isEmpty()
                    || statement.startsWith("SET SESSION ")
                    || statement.matches("PREPARE counting FROM @counting|EXECUTE counting");
        }
        return true;
    }

    private void inventory() {
        SYSTEM.forEach(name -> row(name, "SCHEMA", 1, 0));
        row("information_schema", "SYSTEM VIEW", 79, 0);
        row("mysql", "BASE TABLE", 31, 2_200_000);
        row("sys", "VIEW", 100, 0);
        row("sys", "ROUTINE", 48, 0);
        for (SimulatedDatabase database : site.state().databases()) {
            row(database.name(), "SCHEMA", 1, 0);
            row(database.name(), "BASE TABLE", database.tables().size(), database.bytes());
            row(database.name(), "SEQUENCE", database.sequences().size(), 16384);
            row(database.name(), "VIEW", database.views().size(), 0);
            row(database.name(), "ROUTINE", database.routines().size(), 0);
            row(database.name(), "EVENT", database.events().size(), 0);
            row(database.name(), "TRIGGER", database.triggers().size(), 0);
        }
    }

    private void row(String schema, String kind, long count, long bytes) {
        if (count > 0) {
            voice.out(hex(schema) + "\t" + kind + "\t" + count + "\t" + bytes + "\n");
        }
    }

    /** What the prepared statement says once it is executed, which it is in the same breath. */
    private void rows(String statement) {
        voice.out("\t0\n");
        for (SimulatedDatabase database : site.state().databases()) {
            if (statement.contains("'" + hex(database.name()) + "'")
                    && !database.tables().isEmpty()) {
                voice.out(hex(database.name()) + "\t" + database.rows() + "\n");
            }
        }
    }

    private void accounts() {
        for (String account : BUILT_IN) {
            String[] parts = account.split("\t", -1);
            voice.out(hex(parts[0]) + "\t" + hex(parts[1]) + "\tN\n");
        }
        site.state().accounts().forEach(account -> voice.out(hex(account.name()) + "\t" + hex("%") + "\tN\n"));
    }

    private void show(String what, String quoted, String user) {
        if (what.equals("CREATE USER")) {
            voice.out("CREATE USER " + quoted + " IDENTIFIED BY PASSWORD '*" + "0".repeat(40) + "'\n");
            return;
        }
        voice.out("GRANT USAGE ON *.* TO " + quoted + " IDENTIFIED BY PASSWORD '*" + "0".repeat(40) + "'\n");
        if (user.equals("db")) {
            voice.out("GRANT ALL PRIVILEGES ON `db`.* TO " + quoted + "\n");
        }
        site.state().accounts().stream()
                .filter(account -> account.name().equals(user))
                .forEach(account -> voice.out("GRANT " + account.grant() + " TO " + quoted + "\n"));
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
    }
}
