package io.github.ddevbak.database;

import java.util.Set;

/** The statement of a PostgreSQL dump that is being read: what it makes, where it ends, and how many rows it brings. */
final class PostgresStatement {

    private enum Kind {
        NONE,
        CREATE,
        ROUTINE,
        ALTER,
        COPY,
        INSERT,
        ROWS,
        SET,
        OTHER
    }

    /** What may begin a statement in the output of pg_dump 9.x to 18, with its options for inserts and cleaning too. */
    private static final Set<String> VERBS = Set.of(
            "ALTER",
            "ANALYZE",
            "BEGIN",
            "CALL",
            "COMMENT",
            "COMMIT",
            "COPY",
            "CREATE",
            "DELETE",
            "DO",
            "DROP",
            "END",
            "EXECUTE",
            "GRANT",
            "IMPORT",
            "INSERT",
            "LOCK",
            "REASSIGN",
            "REFRESH",
            "REINDEX",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SECURITY",
            "SELECT",
            "SET",
            "START",
            "TRUNCATE",
            "UPDATE",
            "VACUUM",
            "WITH");

    private final Tally tally;
    private final PostgresCreation creation;
    private Kind kind = Kind.NONE;
    private String last = "";
    private String beforeLast = "";
    private int parentheses;
    private int bodies;
    private boolean rowless;
    private boolean backslashEscapes;

    PostgresStatement(Tally tally) {
        this.tally = tally;
        creation = new PostgresCreation(tally);
    }

    boolean begun() {
        return kind != Kind.NONE;
    }

    /** Whether a backslash escapes in a plain string: only where {@code standard_conforming_strings} was set off. */
    boolean backslashEscapes() {
        return backslashEscapes;
    }

    /** A word, in upper case where it was not quoted. */
    void word(String word, boolean quoted) {
        if (quoted) {
            anything("\"" + word + "\"");
        }
        switch (kind) {
            case NONE -> first(word);
            case CREATE -> kind = kindOf(creation.word(word, quoted));
            case ROUTINE -> body(quoted ? "" : word);
            case ALTER -> {
                if (!quoted && word.equals("GENERATED") && last.equals("ADD")) {
                    tally.sequence();
                }
            }
            case INSERT -> insert(quoted ? "" : word);
            case SET -> {
                if (last.equals("STANDARD_CONFORMING_STRINGS")) {
                    backslashEscapes = word.equals("OFF");
                }
            }
            default -> {}
        }
        beforeLast = last;
        last = quoted ? "" : word;
    }

    /** Something that no statement of a dump begins with, or that belongs to the statement begun. */
    void anything(String what) {
        if (kind == Kind.NONE) {
            tally.stranger(what);
            kind = Kind.OTHER;
        }
    }

    void open() {
        anything("(");
        if (parentheses++ == 0 && kind == Kind.ROWS) {
            tally.rows(1);
            rowless = false;
        }
    }

    void close() {
        anything(")");
        parentheses--;
    }

    /** Whether this semicolon ends the statement; those in the actions of a rule or in a routine's body do not. */
    boolean ends() {
        return parentheses <= 0 && bodies <= 0;
    }

    /** Whether the statement that now ends is followed by lines of data. */
    boolean copiesFromStdin() {
        return kind == Kind.COPY && last.equals("STDIN") && beforeLast.equals("FROM");
    }

    void end() {
        if (rowless) {
            tally.rows(1);
        }
        kind = Kind.NONE;
        last = "";
        beforeLast = "";
        parentheses = 0;
        bodies = 0;
        rowless = false;
    }

    private void first(String word) {
        creation.begin();
        kind = switch (word) {
            case "CREATE" -> Kind.CREATE;
            case "ALTER" -> Kind.ALTER;
            case "COPY" -> Kind.COPY;
            case "INSERT" -> Kind.INSERT;
            case "SET" -> Kind.SET;
            default -> Kind.OTHER;
        };
        if (!VERBS.contains(word)) {
            tally.stranger(word);
        }
    }

    private static Kind kindOf(PostgresCreation.Stage stage) {
        return switch (stage) {
            case UNDECIDED, RULE -> Kind.CREATE;
            case ROUTINE -> Kind.ROUTINE;
            case DECIDED -> Kind.OTHER;
        };
    }

    /** Bodies of SQL (PostgreSQL 14) hold semicolons; outside parentheses they begin with BEGIN ATOMIC. */
    private void body(String word) {
        if (parentheses > 0) {
            return;
        }
        if (word.equals("ATOMIC") && last.equals("BEGIN")) {
            bodies++;
        } else if (word.equals("CASE") && bodies > 0) {
            bodies++;
        } else if (word.equals("END") && bodies > 0) {
            bodies--;
        }
    }

    private void insert(String word) {
        if (word.equals("VALUES") && parentheses == 0) {
            kind = Kind.ROWS;
            rowless = last.equals("DEFAULT");
        }
    }
}
