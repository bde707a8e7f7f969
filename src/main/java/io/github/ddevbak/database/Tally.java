package io.github.ddevbak.database;

import io.github.ddevbak.project.SchemaCounts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects and rows met in a dump so far, and the first text that is not SQL. */
final class Tally {
    private long tables;
    private long sequences;
    private long views;
    private long materializedViews;
    private long routines;
    private long events;
    private long triggers;
    private long rows;
    private @Nullable String stranger;

    void table() {
        tables++;
    }

    /** What was counted as a table is made a view afterwards (pg_dump before 10, {@code CREATE RULE "_RETURN"}). */
    void tableTurnsView() {
        tables--;
        views++;
    }

    void sequence() {
        sequences++;
    }

    void view() {
        views++;
    }

    void materializedView() {
        materializedViews++;
    }

    void routine() {
        routines++;
    }

    void event() {
        events++;
    }

    void trigger() {
        triggers++;
    }

    void rows(long more) {
        rows += more;
    }

    /** Remembers the first statement that does not begin with a word of SQL. */
    void stranger(String beginning) {
        if (stranger == null) {
            stranger = beginning;
        }
    }

    long rows() {
        return rows;
    }

    Optional<String> stranger() {
        return Optional.ofNullable(stranger);
    }

    SchemaCounts counts() {
        return new SchemaCounts(tables, sequences, views, materializedViews, routines, events, triggers);
    }
}
