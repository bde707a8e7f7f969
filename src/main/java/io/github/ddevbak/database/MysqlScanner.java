package io.github.ddevbak.database;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a {@code mysqldump} or {@code mariadb-dump}: what is SQL in it, and where each statement ends. */
final class MysqlScanner implements SqlScanner {
    private static final String SPECIALS = "'\"`()-#/*";

    private final MysqlStatement statement;
    private final Word word = new Word();
    private final QuotedText quoted = new QuotedText();
    private final MysqlComment comment = new MysqlComment();
    private final Mark versionedEnd = mark("*/");
    private final RestOfLine delimiterLine = new RestOfLine("a DELIMITER line");
    private Mark delimiter = mark(";");
    private byte[] kinds = ByteKinds.of(SPECIALS, delimiter.first());
    private @Nullable Region region;
    private int versioned;

    MysqlScanner(Tally tally) {
        statement = new MysqlStatement(tally);
    }

    @Override
    public void scan(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            Region inside = region;
            if (inside == null) {
                at = plain(bytes, at, to);
            } else {
                // Nearly all of a dump is strings: let the compiler see that.
                at = inside == quoted ? quoted.read(bytes, at, to) : inside.read(bytes, at, to);
                if (inside.over()) {
                    region = null;
                    ended(inside);
                }
            }
        }
    }

    @Override
    public Optional<String> unfinished() {
        if (region != null) {
            return Optional.of(region.name());
        }
        if (statement.begun() || versioned != 0) {
            return Optional.of("a statement");
        }
        return delimiter.length() > 1 ? Optional.of("a DELIMITER block") : Optional.empty();
    }

    @Override
    public Optional<String> restrictToken() {
        return Optional.empty();
    }

    private int plain(byte[] bytes, int from, int to) {
        byte[] meanings = kinds;
        int least = least();
        int at = from;
        while (at < to && meanings[bytes[at] & 0xff] < least) {
            at++;
        }
        if (at == to) {
            return at;
        }
        byte found = bytes[at];
        switch (meanings[found & 0xff]) {
            case ByteKinds.WORD -> {
                word.begin();
                region = word;
                return at;
            }
            case ByteKinds.DELIMITER -> {
                delimiter.begin();
                region = delimiter;
            }
            case ByteKinds.SPECIAL -> special(found);
            default -> statement.anything(String.valueOf((char) (found & 0xff)));
        }
        return at + 1;
    }

    /** The least kind of byte that matters now: any before a statement, no words in rows. */
    private int least() {
        if (!statement.begun()) {
            return ByteKinds.OTHER;
        }
        return statement.readsWords() ? ByteKinds.WORD : ByteKinds.SPECIAL;
    }

    private void special(byte found) {
        switch (found) {
            case '\'', '"', '`' -> quote(found);
            case '(' -> statement.open();
            case ')' -> statement.close();
            case '*' -> star();
            default -> {
                comment.begin(found);
                region = comment;
            }
        }
    }

    private void quote(byte found) {
        statement.anything(String.valueOf((char) found));
        boolean name = found == '`' || (found == '"' && statement.ansiQuotes());
        quoted.begin(found, !name && statement.backslashEscapes(), statement.readsModes());
        region = quoted;
    }

    private void star() {
        if (versioned > 0) {
            versionedEnd.begin();
            region = versionedEnd;
        } else {
            statement.anything("*");
        }
    }

    private void ended(Region ended) {
        if (ended == quoted) {
            if (quoted.kept()) {
                statement.modes(quoted.text());
            }
        } else if (ended == word) {
            word();
        } else if (ended == comment) {
            comment();
        } else if (ended == versionedEnd) {
            versionedEnd();
        } else if (ended == delimiter) {
            delimiter();
        } else {
            delimiterChanges();
        }
    }

    private void word() {
        String text = word.upperCase();
        if (!statement.begun() && text.equals("DELIMITER")) {
            delimiterLine.begin();
            region = delimiterLine;
        } else {
            statement.word(text, versioned > 0);
        }
    }

    private void comment() {
        if (comment.none()) {
            statement.anything("-");
        } else if (comment.versioned()) {
            versioned++;
        }
    }

    private void versionedEnd() {
        if (versionedEnd.met()) {
            versioned--;
        } else {
            statement.anything("*");
        }
    }

    private void delimiter() {
        if (delimiter.met()) {
            statement.end();
        } else {
            statement.anything(";");
        }
    }

    private void delimiterChanges() {
        delimiter = mark(delimiterLine.text().isEmpty() ? ";" : delimiterLine.text());
        kinds = ByteKinds.of(SPECIALS, delimiter.first());
    }

    private static Mark mark(String text) {
        return new Mark(text.getBytes(StandardCharsets.UTF_8));
    }
}
