package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.demo.SimulatedDatabase.Routine;
import io.github.ddevbak.demo.SimulatedDatabase.Table;
import io.github.ddevbak.demo.SimulatedDatabase.Trigger;
import io.github.ddevbak.demo.SimulatedDatabase.View;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dumps in the form {@link PostgresDump} writes: by the beginnings of lines outside {@code COPY} blocks. */
final class PostgresReader {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\S+) \\(");
    private static final Pattern COPY = Pattern.compile("COPY (\\S+) \\(.*\\) FROM stdin;");
    private static final Pattern SEQUENCE = Pattern.compile("CREATE SEQUENCE (\\S+)");
    private static final Pattern VIEW = Pattern.compile("CREATE (MATERIALIZED )?VIEW (\\S+) AS");
    private static final Pattern VIEW_OF = Pattern.compile(" *FROM (\\S+) product;");
    private static final Pattern ROUTINE = Pattern.compile("CREATE (FUNCTION|PROCEDURE) (\\S+)\\(\\).*");
    private static final Pattern TRIGGER = Pattern.compile("CREATE TRIGGER (\\S+) BEFORE INSERT ON (\\S+) .*;");

    private SimulatedDatabase database;
    private String copying = "";
    private int rows;
    private String open = "";
    private String view = "";

    PostgresReader(SimulatedDatabase before) {
        database = before;
    }

    Loaded read(byte[] dump) {
        String last = "";
        for (String text : new String(dump, UTF_8).split("\n", -1)) {
            last = text;
            if (copying.isEmpty()) {
                statement(text);
            } else if (text.equals("\\.")) {
                database = database.withTables(Loaded.with(database.tables(), new Table(copying, rows)));
                copying = "";
            } else {
                rows++;
            }
        }
        Optional<String> error = copying.isEmpty()
                ? Optional.of(open).filter(word -> !word.isEmpty()).map(word -> "ERROR:  syntax error at end of input")
                : Optional.of("ERROR:  missing data for column \"note\"\nCONTEXT:  COPY " + copying + ", line " + rows
                        + ": \"" + last + "\"\n");
        return new Loaded(database, error);
    }

    private void statement(String text) {
        Matcher table = TABLE.matcher(text);
        Matcher copy = COPY.matcher(text);
        if (copy.matches()) {
            copying = plain(copy.group(1));
            rows = 0;
        } else if (table.matches()) {
            open = plain(table.group(1));
        } else if (text.equals(");") && !open.isEmpty()) {
            database = database.withTables(Loaded.with(database.tables(), new Table(open, 0)));
            open = "";
        } else {
            object(text);
        }
    }

    private void object(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        Matcher begun = VIEW.matcher(text);
        Matcher of = VIEW_OF.matcher(text);
        Matcher routine = ROUTINE.matcher(text);
        Matcher trigger = TRIGGER.matcher(text);
        if (sequence.matches()) {
            database = database.withSequences(Loaded.plus(database.sequences(), plain(sequence.group(1))));
        } else if (begun.matches() && begun.group(1) != null) {
            database = database.withMaterializedViews(Loaded.plus(database.materializedViews(), plain(begun.group(2))));
        } else if (begun.matches()) {
            view = plain(begun.group(2));
        } else if (of.matches()) {
            View made = new View(view, plain(of.group(1)), false);
            database = database.withViews(Loaded.with(database.views(), made));
        } else if (routine.matches()) {
            Routine made = new Routine(plain(routine.group(2)), routine.group(1).equals("FUNCTION"));
            database = database.withRoutines(Loaded.plus(database.routines(), made));
        } else if (trigger.matches()) {
            Trigger made = new Trigger(trigger.group(1), plain(trigger.group(2)));
            database = database.withTriggers(Loaded.plus(database.triggers(), made));
        }
    }

    private static String plain(String qualified) {
        return qualified.startsWith("public.") ? qualified.substring("public.".length()) : qualified;
    }
}
