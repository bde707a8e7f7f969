package io.github.ddevbak.project;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The things a DDEV project is made of. */
public enum Part {
    DATABASE,
    CODE,
    CONFIG,
    FILES,
    /** What add-on services keep in Docker volumes of their own; only where it is asked for. */
    VOLUMES;

    /** Those that are meant where nobody names any. */
    public static final Set<Part> USUAL = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(VOLUMES)));

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word users read and write: {@code database}, {@code code}, {@code config}, {@code files}, {@code volumes}. */
    public String word() {
        return word;
    }
}
