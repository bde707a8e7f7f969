package io.github.ddevbak.database;

import java.util.Set;

/** What a CREATE statement of a MySQL or MariaDB dump makes, by the unquoted words that follow. */
final class MysqlCreation {

    /** What may stand between CREATE and the kind of the object. */
    private static final Set<String> MODIFIERS = Set.of(
            "OR",
            "REPLACE",
            "ALGORITHM",
            "UNDEFINED",
            "MERGE",
            "TEMPTABLE",
            "DEFINER",
            "SQL",
            "SECURITY",
            "INVOKER",
            "AGGREGATE",
            "CURRENT_USER",
            "CURRENT_ROLE");

    private final Tally tally;
    private boolean modified;

    MysqlCreation(Tally tally) {
        this.tally = tally;
    }

    void begin() {
        modified = false;
    }

    /**
     * The next word; says whether it decided what is made.
     *
     * @param versioned whether it stands in a comment such as {@code /*!50001}
     */
    boolean word(String word, boolean versioned) {
        if (MODIFIERS.contains(word)) {
            modified = true;
            return false;
        }
        switch (word) {
            case "TABLE" -> table(versioned);
            case "VIEW" -> view(versioned);
            case "SEQUENCE" -> tally.sequence();
            case "TRIGGER" -> tally.trigger();
            case "EVENT" -> tally.event();
            case "FUNCTION", "PROCEDURE", "PACKAGE" -> tally.routine();
            default -> {}
        }
        return true;
    }

    /** In a versioned comment it is the stand-in of a view (older dump tools). */
    private void table(boolean versioned) {
        if (!versioned) {
            tally.table();
        }
    }

    /** Without an algorithm, in a versioned comment, it is the stand-in of a view that follows at the end. */
    private void view(boolean versioned) {
        if (!versioned || modified) {
            tally.view();
        }
    }
}
