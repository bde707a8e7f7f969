package io.github.ddevbak.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the text of a dump and hands it on without what differs between two dumps of the same data: dates, hosts, the
 * tools' banners and the random token that {@code pg_dump} gives to psql (PostgreSQL 15.14 and newer). Only lines that
 * begin as those do are cut short; the text may come in pieces of any size.
 */
final class NormalLines {
    private static final List<byte[]> CUT_SHORT = bytes(
            "-- Dump completed on ",
            "-- MariaDB dump ",
            "-- MySQL dump ",
            "-- Host: ",
            "-- Server version\t",
            "-- Dumped from database version ",
            "-- Dumped by pg_dump version ",
            "\\restrict ",
            "\\unrestrict ");

    /** ddev since v1.23.2 leaves this line of mariadb-dump out of what it exports. */
    private static final List<byte[]> LEFT_OUT =
            bytes("/*M!999999\\- enable the sandbox mode */", "/*!999999\\- enable");

    private static final byte[] NEWLINE = {'\n'};
    private static final int LONGEST = 48;

    private final byte[] head = new byte[LONGEST];
    private int length;
    private State state = State.HEAD;

    private enum State {
        /** The line's beginning is being gathered. */
        HEAD,
        /** The rest of the line goes on as it is. */
        PASSING,
        /** The rest of the line is not handed on, its end is. */
        CUTTING,
        /** Nothing of the line is handed on. */
        SKIPPING
    }

    private static List<byte[]> bytes(String... beginnings) {
        List<byte[]> all = new ArrayList<>();
        for (String beginning : beginnings) {
            all.add(beginning.getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    void write(byte[] bytes, int offset, int count, ByteSink to) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            at = state == State.HEAD ? gather(bytes, at, end, to) : restOfLine(bytes, at, end, to);
        }
    }

    /** Hands on what was held back of a last line without an end. */
    void end(ByteSink to) {
        if (state == State.HEAD) {
            decide(to);
        }
        state = State.HEAD;
        length = 0;
    }

    private int gather(byte[] bytes, int from, int end, ByteSink to) {
        int at = from;
        while (at < end && length < LONGEST && bytes[at] != '\n') {
            head[length++] = bytes[at++];
        }
        if (at < end) {
            decide(to);
        }
        return at;
    }

    private void decide(ByteSink to) {
        byte[] cut = match(CUT_SHORT);
        if (cut.length > 0) {
            to.accept(cut, 0, cut.length);
            state = State.CUTTING;
        } else if (match(LEFT_OUT).length > 0) {
            state = State.SKIPPING;
        } else {
            to.accept(head, 0, length);
            state = State.PASSING;
        }
        length = 0;
    }

    /** The beginning that the gathered one is, or nothing. */
    private byte[] match(List<byte[]> beginnings) {
        for (byte[] beginning : beginnings) {
            if (length >= beginning.length
                    && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length)) {
                return beginning;
            }
        }
        return new byte[0];
    }

    private int restOfLine(byte[] bytes, int from, int end, ByteSink to) {
        int at = ByteSearch.first(bytes, from, end, (byte) '\n');
        boolean over = at < end;
        if (state == State.PASSING) {
            to.accept(bytes, from, (over ? at + 1 : at) - from);
        } else if (state == State.CUTTING && over) {
            to.accept(NEWLINE, 0, 1);
        }
        if (over) {
            state = State.HEAD;
        }
        return over ? at + 1 : at;
    }
}
