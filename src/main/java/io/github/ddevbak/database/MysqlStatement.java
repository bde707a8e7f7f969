package io.github.ddevbak.database;

import java.util.Locale;
import java.util.Set;

/** The statement of a MySQL or MariaDB dump that is being read: what it makes, and how many rows it brings. */
final class MysqlStatement {

    private enum Kind {
        NONE,
        CREATE,
        INSERT,
        ROWS,
        SET,
        OTHER
    }

    /** What may begin a statement in the output of mysqldump 5.0 to 9.x and mariadb-dump 5.5 to 12.x. */
    private static final Set<String> VERBS = Set.of(
            "ALTER",
            "ANALYZE",
            "BEGIN",
            "CALL",
            "CHANGE",
            "COMMIT",
            "CREATE",
            "DEALLOCATE",
            "DELETE",
            "DO",
            "DROP",
            "EXECUTE",
            "FLUSH",
            "GRANT",
            "INSERT",
            "INSTALL",
            "LOCK",
            "PREPARE",
            "RENAME",
            "REPLACE",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SELECT",
            "SET",
            "START",
            "STOP",
            "TRUNCATE",
            "UNLOCK",
            "UPDATE",
            "USE",
            "XA");

    private final Tally tally;
    private final MysqlCreation creation;
    private Kind kind = Kind.NONE;
    private int depth;
    private boolean naming;
    private boolean backslashEscapes = true;
    private boolean ansiQuotes;

    MysqlStatement(Tally tally) {
        this.tally = tally;
        creation = new MysqlCreation(tally);
    }

    boolean begun() {
        return kind != Kind.NONE;
    }

    /** Whether unquoted words still matter; in rows and bodies they do not. */
    boolean readsWords() {
        return kind != Kind.ROWS && kind != Kind.OTHER;
    }

    /** Whether the next quoted text is a value of {@code sql_mode}. */
    boolean readsModes() {
        return kind == Kind.SET && naming;
    }

    /** Whether a backslash escapes in a string; a routine's own {@code sql_mode} may say no. */
    boolean backslashEscapes() {
        return backslashEscapes;
    }

    boolean ansiQuotes() {
        return ansiQuotes;
    }

    /** An unquoted word, in upper case; {@code versioned} inside a comment such as {@code /*!50001}. */
    void word(String word, boolean versioned) {
        switch (kind) {
            case NONE -> first(word);
            case CREATE -> kind = creation.word(word, versioned) ? Kind.OTHER : Kind.CREATE;
            case INSERT -> {
                if (word.equals("VALUES") || word.equals("VALUE")) {
                    kind = Kind.ROWS;
                }
            }
            case SET -> set(word);
            default -> {}
        }
    }

    /** Something that no statement of a dump begins with, or that belongs to the statement begun. */
    void anything(String what) {
        if (kind == Kind.NONE) {
            tally.stranger(what);
            kind = Kind.OTHER;
        }
    }

    /** The value given to {@code sql_mode}. */
    void modes(String value) {
        String names = value.toUpperCase(Locale.ROOT);
        backslashEscapes = !names.contains("NO_BACKSLASH_ESCAPES");
        ansiQuotes = names.contains("ANSI_QUOTES");
        naming = false;
    }

    void open() {
        anything("(");
        if (depth++ == 0 && kind == Kind.ROWS) {
            tally.rows(1);
        }
    }

    void close() {
        anything(")");
        depth--;
    }

    void end() {
        kind = Kind.NONE;
        depth = 0;
        naming = false;
    }

    private void first(String word) {
        creation.begin();
        kind = switch (word) {
            case "CREATE" -> Kind.CREATE;
            case "INSERT", "REPLACE" -> Kind.INSERT;
            case "SET" -> Kind.SET;
            default -> Kind.OTHER;
        };
        if (!VERBS.contains(word)) {
            tally.stranger(word);
        }
    }

    private void set(String word) {
        // Saved modes are those of the dump itself, in which backslashes escape and double quotes quote strings.
        if (word.equals("SQL_MODE")) {
            modes("");
            naming = true;
        } else if (naming) {
            naming = false;
        }
    }
}
