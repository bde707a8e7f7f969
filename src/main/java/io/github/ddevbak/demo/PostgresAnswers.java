package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;

/** What a simulated PostgreSQL server answers; questions are known by words in them, SQL is not read. */
final class PostgresAnswers {
    private final Site site;
    private final Voice voice;

    PostgresAnswers(Site site, Voice voice) {
        this.site = site;
        this.voice = voice;
    }

    /** Answers the question in the last word; false where it is not known. */
    boolean say(List<String> words) {
        String sql = words.get(words.size() - 1);
        if (sql.contains("FROM pg_catalog.pg_database") && sql.contains("pg_database_size")) {
            row("postgres", 7_500_000);
            site.state().databases().forEach(database -> row(database.name(), database.bytes()));
            return true;
        }
        if (sql.contains("pg_terminate_backend")) {
            return true;
        }
        int at = words.indexOf("-d");
        if (at >= 0 && sql.contains("SELECT 'counts'")) {
            counts(named(words.get(at + 1)));
            return true;
        }
        if (at >= 0 && sql.contains("SELECT count(*) FROM ONLY")) {
            voice.out("rows|" + named(words.get(at + 1)).rows() + "\n");
            return true;
        }
        return false;
    }

    /** The name in a tool's last word, which may be a connection string. */
    static String name(String connection) {
        return connection.startsWith("dbname='") && connection.endsWith("'")
                ? connection
                        .substring("dbname='".length(), connection.length() - 1)
                        .replace("\\'", "'")
                        .replace("\\\\", "\\")
                : connection;
    }

    private void row(String name, long bytes) {
        voice.out(HexFormat.of().formatHex(name.getBytes(UTF_8)) + "|" + bytes + "|t|-1\n");
    }

    private SimulatedDatabase named(String connection) {
        String name = name(connection);
        return site.state().databases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(SimulatedDatabase.of(name));
    }

    private void counts(SimulatedDatabase database) {
        voice.out("counts|" + database.tables().size() + "|"
                + database.sequences().size() + "|"
                + database.views().size() + "|" + database.materializedViews().size() + "|"
                + database.routines().size() + "|" + database.triggers().size() + "\n");
    }
}
