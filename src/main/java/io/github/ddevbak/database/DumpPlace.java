package io.github.ddevbak.database;

import io.github.ddevbak.project.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows where in a dump one is: the line, and the object that the dump tool last announced in a comment. */
final class DumpPlace {
    private static final int KEPT = 300;
    private static final int EXCERPT = 120;

    /** mariadb-dump's and mysqldump's announcements, then pg_dump's. */
    private static final Pattern MYSQL =
            Pattern.compile("-- (?:Dumping )?((?:\\w+ )*(?:structure|data|events|routines)) for ((?:\\w+ )?[`'].*)");

    private static final Pattern POSTGRES =
            Pattern.compile("-- (?:(Data) for )?Name: (.*); Type: ([A-Z ]+?)(?: DATA)?; Schema: ([^;]*)(?:;.*)?");

    private final byte[] line = new byte[KEPT];
    private int length;
    private long number = 1;
    private String object = "the beginning of the dump";

    /** Goes on over text that is the same in both. */
    void add(byte[] bytes, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int stop = ByteSearch.first(bytes, at, end, (byte) '\n');
            int more = Math.min(stop - at, KEPT - length);
            System.arraycopy(bytes, at, line, length, more);
            length += more;
            if (stop < end) {
                announced().ifPresent(name -> object = name);
                number++;
                length = 0;
            }
            at = stop + 1;
        }
    }

    private Optional<String> announced() {
        if (length < 4 || line[0] != '-' || line[1] != '-' || line[2] != ' ') {
            return Optional.empty();
        }
        return announcement(text());
    }

    /** What the line says that follows; empty where it is no announcement. */
    static Optional<String> announcement(String text) {
        Matcher mysql = MYSQL.matcher(text);
        if (mysql.matches()) {
            return Optional.of(Printable.text(mysql.group(1) + " of " + mysql.group(2)));
        }
        Matcher postgres = POSTGRES.matcher(text);
        if (!postgres.matches()) {
            return Optional.empty();
        }
        String what = (postgres.group(1) == null ? "" : "data of ")
                + postgres.group(3).toLowerCase(Locale.ROOT);
        String schema = postgres.group(4).equals("-") ? "" : postgres.group(4) + ".";
        return Optional.of(Printable.text(what + " " + schema + postgres.group(2)));
    }

    private String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    long line() {
        return number;
    }

    /** What was announced last, unless the line that differs announces something itself. */
    String object(byte[] rest, int offset, int count) {
        return announcement(whole(rest, offset, count)).orElse(object);
    }

    /** The beginning of the line that differs, printable: what both have of it and what one has after that. */
    String excerpt(byte[] rest, int offset, int count) {
        String whole = whole(rest, offset, count);
        int from = Math.max(0, Math.min(whole.length(), length) - EXCERPT / 2);
        String shown = whole.substring(from, Math.min(whole.length(), from + EXCERPT));
        return Printable.text((from > 0 ? "…" : "") + shown);
    }

    private String whole(byte[] rest, int offset, int count) {
        int stop = ByteSearch.first(rest, offset, offset + count, (byte) '\n');
        byte[] all = new byte[length + Math.min(KEPT, stop - offset)];
        System.arraycopy(line, 0, all, 0, length);
        System.arraycopy(rest, offset, all, length, all.length - length);
        return new String(all, StandardCharsets.UTF_8);
    }
}
