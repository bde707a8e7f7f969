package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/**
 * The rows of the sample's tables, the same at every call: ordinary ones, and some that hold what a careless reader of
 * dumps trips over (SQL text, a trailer, quotes, every byte value).
 */
final class SampleRows {
    private static final String[] NOTES = {
        "Passt zu allem; auch zu grün und blau.",
        "-- Dump completed on 2000-01-01",
        "CREATE TABLE `not_a_table` (id int);",
        "it's \"quoted\" and ends in a backslash \\",
        "two\nlines, and a tab\there",
        "\\.",
    };

    private SampleRows() {}

    /** A tuple such as {@code (1,'name','bytes','note')}, escaped as MySQL's dump does. */
    static byte[] mysql(String table, int row) {
        ByteArrayOutputStream tuple = new ByteArrayOutputStream();
        text(tuple, "(" + row + ",'");
        escape(tuple, name(table, row).getBytes(UTF_8));
        text(tuple, "','");
        escape(tuple, image(table, row));
        text(tuple, "','");
        escape(tuple, note(row).getBytes(UTF_8));
        text(tuple, "')");
        return tuple.toByteArray();
    }

    /** A line of a {@code COPY} block. */
    static String postgres(String table, int row) {
        StringBuilder hex = new StringBuilder("\\\\x");
        for (byte b : image(table, row)) {
            hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        String note = note(row).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        return row + "\t" + name(table, row) + "\t" + hex + "\t" + note + "\n";
    }

    private static String name(String table, int row) {
        return table + " Nr. " + row + (row % 7 == 0 ? " ‘größer’ 漢字" : "");
    }

    private static String note(int row) {
        return NOTES[row % NOTES.length];
    }

    private static byte[] image(String table, int row) {
        byte[] bytes = new byte[row % 5 == 0 ? 64 : 8];
        new Random(table.hashCode() * 31L + row).nextBytes(bytes);
        return bytes;
    }

    private static void escape(ByteArrayOutputStream tuple, byte[] bytes) {
        for (byte b : bytes) {
            switch (b) {
                case 0 -> text(tuple, "\\0");
                case '\n' -> text(tuple, "\\n");
                case '\r' -> text(tuple, "\\r");
                case 0x1a -> text(tuple, "\\Z");
                case '\\' -> text(tuple, "\\\\");
                case '\'' -> text(tuple, "\\'");
                case '"' -> text(tuple, "\\\"");
                default -> tuple.write(b);
            }
        }
    }

    private static void text(ByteArrayOutputStream tuple, String text) {
        tuple.writeBytes(text.getBytes(UTF_8));
    }
}
