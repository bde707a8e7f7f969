package io.github.ddevbak.database;

/** A stretch of a dump that has rules of its own, such as a string, a comment or a word. */
interface Region {

    /** Reads on; says where it stopped, which is {@code to} unless the region is over. */
    int read(byte[] bytes, int from, int to);

    /** Whether the byte at which reading stopped is the first after the region. */
    boolean over();

    /** What a dump that stops here ends inside of, such as {@code a quoted string}. */
    String name();
}
