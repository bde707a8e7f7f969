package io.github.ddevbak.files;

import java.util.List;

/** How a name can differ from what was recorded of it; declared in the order in which it is told. */
public enum Drift {
    /** Same size and time of change as recorded, other content: nobody wrote it, the disk or memory did. */
    ROTTEN("rotten", '!', true),
    /** It is there and could not be looked at. */
    UNREADABLE("unreadable", '?', true),
    /** Other content. */
    CHANGED("changed", 'M', true),
    /** It is not there any more, nor under another name. */
    REMOVED("removed", '-', true),
    /** A file, a link, a folder or something else is now another of these. */
    TYPE("type changed", 'T', true),
    /** A link points elsewhere. */
    TARGET("link target changed", 'L', true),
    /** The same content, and only there, under another name. */
    MOVED("moved", 'R', true),
    /** Same content, other permissions. */
    MODE("mode changed", 'm', false),
    /** It was not there. */
    ADDED("added", '+', false),
    /** Same content, other time of change. */
    TOUCHED("touched", 't', false);

    /** All, in the order in which they are told. */
    public static final List<Drift> ALL = List.of(values());

    private final String word;
    private final char symbol;
    private final boolean fault;

    Drift(String word, char symbol, boolean fault) {
        this.word = word;
        this.symbol = symbol;
        this.fault = fault;
    }

    /** From 0, in the order in which they are told. */
    public int rank() {
        return ALL.indexOf(this);
    }

    public String word() {
        return word;
    }

    public char symbol() {
        return symbol;
    }

    /** Whether what was recorded under that name can no longer be read under it. */
    public boolean fault() {
        return fault;
    }
}
