package io.github.ddevbak.database;

/** What a CREATE statement of a PostgreSQL dump makes, by the words that follow. */
final class PostgresCreation {

    enum Stage {
        UNDECIDED,
        ROUTINE,
        RULE,
        DECIDED
    }

    private final Tally tally;
    private Stage stage = Stage.DECIDED;
    private String kind = "";

    PostgresCreation(Tally tally) {
        this.tally = tally;
    }

    void begin() {
        stage = Stage.UNDECIDED;
        kind = "";
    }

    /** The next word; says how far the decision is. */
    Stage word(String word, boolean quoted) {
        if (stage == Stage.RULE) {
            rule(word, quoted);
        } else if (stage == Stage.UNDECIDED) {
            undecided(quoted ? "" : word);
        }
        return stage;
    }

    private void undecided(String word) {
        switch (word) {
            case "OR", "UNLOGGED", "TEMP", "TEMPORARY", "GLOBAL", "LOCAL", "RECURSIVE", "CONSTRAINT" -> {}
            case "REPLACE", "MATERIALIZED", "FOREIGN", "EVENT" -> kind = word;
            default -> stage = decided(word);
        }
    }

    private Stage decided(String word) {
        switch (word) {
            case "TABLE" -> table();
            case "SEQUENCE" -> tally.sequence();
            case "VIEW" -> view();
            case "TRIGGER" -> trigger();
            case "FUNCTION", "PROCEDURE", "AGGREGATE" -> tally.routine();
            default -> {}
        }
        return switch (word) {
            case "FUNCTION", "PROCEDURE" -> Stage.ROUTINE;
            case "RULE" -> Stage.RULE;
            default -> Stage.DECIDED;
        };
    }

    private void table() {
        if (!kind.equals("FOREIGN")) {
            tally.table();
        }
    }

    private void trigger() {
        if (!kind.equals("EVENT")) {
            tally.trigger();
        }
    }

    /** {@code CREATE OR REPLACE} is only the second half of a view whose stand-in was made before (pg_dump since 10). */
    private void view() {
        if (kind.equals("MATERIALIZED")) {
            tally.materializedView();
        } else if (!kind.equals("REPLACE")) {
            tally.view();
        }
    }

    private void rule(String name, boolean quoted) {
        stage = Stage.DECIDED;
        if (quoted && name.equals("_RETURN")) {
            tally.tableTurnsView();
        }
    }
}
