package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.demo.SimulatedDatabase.Routine;
import io.github.ddevbak.demo.SimulatedDatabase.Table;
import io.github.ddevbak.demo.SimulatedDatabase.Trigger;
import io.github.ddevbak.demo.SimulatedDatabase.View;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dumps in the form {@link MariadbDump} writes: by the beginnings of lines, for data have none of their own. */
final class MariadbReader {
    private static final String NAME = "`((?:[^`]|``)+)`";
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE " + NAME + " \\(");
    private static final Pattern SEQUENCE = Pattern.compile("CREATE SEQUENCE " + NAME + " .*;");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO " + NAME + " VALUES.*");
    private static final Pattern STAND_IN = Pattern.compile("/\\*!50001 CREATE VIEW " + NAME + " AS SELECT");
    private static final Pattern VIEW = Pattern.compile("/\\*!50001 VIEW " + NAME + " AS select " + NAME + "\\..*;");
    private static final Pattern TRIGGER =
            Pattern.compile(".*/\\*!50003 TRIGGER (\\S+) BEFORE INSERT ON (\\S+) FOR EACH ROW .*");
    private static final Pattern EVENT = Pattern.compile(".*/\\*!50106 EVENT " + NAME + " ON .*");
    private static final Pattern ROUTINE =
            Pattern.compile("CREATE DEFINER=\\S+ (PROCEDURE|FUNCTION) " + NAME + "\\(.*");

    private SimulatedDatabase database;
    /** The table whose INSERT is open; empty between statements. */
    private String inserting = "";

    private int rows;
    private String open = "";

    MariadbReader(SimulatedDatabase before) {
        database = before;
    }

    Loaded read(byte[] dump) {
        int line = 0;
        for (String text : new String(dump, UTF_8).split("\n", -1)) {
            line++;
            if (inserting.isEmpty()) {
                statement(text);
            } else {
                row(text);
            }
        }
        String unfinished = inserting.isEmpty() ? open : "INSERT INTO `" + inserting + "`";
        return new Loaded(
                database,
                unfinished.isEmpty()
                        ? Optional.empty()
                        : Optional.of("ERROR 1064 (42000) at line " + line
                                + ": You have an error in your SQL syntax; check the manual that corresponds to your"
                                + " MariaDB server version for the right syntax to use near '" + unfinished + "'"));
    }

    private void row(String text) {
        rows += text.startsWith("(") ? 1 : 0;
        if (text.endsWith(";")) {
            database = database.withTables(Loaded.with(database.tables(), new Table(inserting, rows)));
            inserting = "";
        }
    }

    private void statement(String text) {
        Matcher insert = INSERT.matcher(text);
        Matcher table = TABLE.matcher(text);
        if (insert.matches()) {
            inserting = named(insert.group(1));
            rows = 0;
        } else if (table.matches()) {
            open = named(table.group(1));
        } else if (text.startsWith(") ENGINE=") && text.endsWith(";")) {
            database = database.withTables(Loaded.with(database.tables(), new Table(open, 0)));
            open = "";
        } else {
            object(text);
        }
    }

    private void object(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        Matcher standIn = STAND_IN.matcher(text);
        Matcher view = VIEW.matcher(text);
        Matcher trigger = TRIGGER.matcher(text);
        Matcher event = EVENT.matcher(text);
        Matcher routine = ROUTINE.matcher(text);
        if (sequence.matches()) {
            database = database.withSequences(Loaded.plus(database.sequences(), named(sequence.group(1))));
        } else if (standIn.matches()) {
            database =
                    database.withViews(Loaded.with(database.views(), new View(named(standIn.group(1)), "dual", false)));
        } else if (view.matches()) {
            View made = new View(named(view.group(1)), named(view.group(2)), false);
            database = database.withViews(Loaded.with(database.views(), made));
        } else if (trigger.matches()) {
            Trigger made = new Trigger(trigger.group(1), trigger.group(2));
            database = database.withTriggers(Loaded.plus(database.triggers(), made));
        } else if (event.matches()) {
            database = database.withEvents(Loaded.plus(database.events(), named(event.group(1))));
        } else if (routine.matches()) {
            Routine made = new Routine(named(routine.group(2)), routine.group(1).equals("FUNCTION"));
            database = database.withRoutines(Loaded.plus(database.routines(), made));
        }
    }

    private static String named(String quoted) {
        return quoted.replace("``", "`");
    }
}
