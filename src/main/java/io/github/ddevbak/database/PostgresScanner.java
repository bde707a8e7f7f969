package io.github.ddevbak.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of a plain {@code pg_dump}: what is SQL in it, where each statement ends, and the rows between them. */
final class PostgresScanner implements SqlScanner {
    private static final byte[] KINDS = ByteKinds.of("'\"()-/$\\", (byte) ';');
    private static final String RESTRICT = "restrict ";

    private final Tally tally;
    private final PostgresStatement statement;
    private final Word word = new Word();
    private final QuotedText quoted = new QuotedText();
    private final PostgresComment comment = new PostgresComment();
    private final DollarQuote dollar = new DollarQuote();
    private final RestOfLine psqlLine = new RestOfLine("a line for psql");
    private final RestOfLine copyHead = new RestOfLine(CopyData.NAME);
    private final CopyData copy = new CopyData();
    private @Nullable Region region;
    private boolean escapePrefix;
    private @Nullable String restrictToken;

    PostgresScanner(Tally tally) {
        this.tally = tally;
        statement = new PostgresStatement(tally);
    }

    @Override
    public void scan(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            Region inside = region;
            if (inside == null) {
                at = plain(bytes, at, to);
            } else {
                at = inside.read(bytes, at, to);
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
        return statement.begun() ? Optional.of("a statement") : Optional.empty();
    }

    @Override
    public Optional<String> restrictToken() {
        return Optional.ofNullable(restrictToken);
    }

    private int plain(byte[] bytes, int from, int to) {
        int least = statement.begun() ? ByteKinds.WORD : ByteKinds.OTHER;
        boolean prefixed = escapePrefix;
        escapePrefix = false;
        int at = from;
        while (at < to && KINDS[bytes[at] & 0xff] < least) {
            at++;
        }
        if (at == to) {
            return at;
        }
        byte found = bytes[at];
        switch (KINDS[found & 0xff]) {
            case ByteKinds.WORD -> {
                word.begin();
                region = word;
                return at;
            }
            case ByteKinds.DELIMITER -> semicolon();
            case ByteKinds.SPECIAL -> special(found, prefixed && at == from);
            default -> statement.anything(String.valueOf((char) (found & 0xff)));
        }
        return at + 1;
    }

    private void semicolon() {
        if (!statement.ends()) {
            return;
        }
        if (statement.copiesFromStdin()) {
            copyHead.begin();
            region = copyHead;
        }
        statement.end();
    }

    /** @param prefixed whether the letter E stands right before it */
    private void special(byte found, boolean prefixed) {
        switch (found) {
            case '\'' -> {
                statement.anything("'");
                quoted.begin(found, prefixed || statement.backslashEscapes(), false);
                region = quoted;
            }
            case '"' -> {
                quoted.begin(found, false, true);
                region = quoted;
            }
            case '(' -> statement.open();
            case ')' -> statement.close();
            case '$' -> {
                dollar.begin();
                region = dollar;
            }
            case '\\' -> backslash();
            default -> {
                comment.begin(found);
                region = comment;
            }
        }
    }

    private void backslash() {
        if (!statement.begun()) {
            psqlLine.begin();
            region = psqlLine;
        }
    }

    private void ended(Region ended) {
        if (ended == copy) {
            tally.rows(copy.rows());
        } else if (ended == copyHead) {
            copy.begin();
            region = copy;
        } else if (ended == word) {
            escapePrefix = word.is('e');
            statement.word(word.upperCase(), false);
        } else if (ended == quoted) {
            if (quoted.kept()) {
                statement.word(quoted.text(), true);
            }
        } else if (ended == psqlLine) {
            psqlLine();
        } else if (ended == dollar) {
            statement.anything("$");
        } else if (comment.none()) {
            statement.anything("-");
        }
    }

    private void psqlLine() {
        String text = psqlLine.text();
        if (text.startsWith(RESTRICT)) {
            restrictToken = text.substring(RESTRICT.length());
        }
    }
}
