package io.github.ddevbak.project;

import java.util.Locale;

/** The four things a DDEV project is made of. */
public enum Part {
    DATABASE,
    CODE,
    CONFIG,
    FILES;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word users read and write: {@code database}, {@code code}, {@code config}, {@code files}. */
    public String word() {
        return word;
    }
}
