package io.github.ddevbak.database;

import java.util.Optional;

/** Reads the text of a dump byte by byte, however it was cut into chunks, and knows what is SQL and what is data. */
sealed interface SqlScanner permits MysqlScanner, PostgresScanner {

    /** Reads on from {@code from} up to, not including, {@code to}. */
    void scan(byte[] bytes, int from, int to);

    /** What the text read so far has left open, such as {@code a quoted string}; empty between two statements. */
    Optional<String> unfinished();

    /** The token of the last {@code \restrict} line (pg_dump since August 2025); empty where there was none. */
    Optional<String> restrictToken();
}
