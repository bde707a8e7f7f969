package io.github.ddevbak.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the user files themselves go into a set, beside their checksums. */
public enum CopyFiles {
    /** Where nothing says that they come back from elsewhere, up to a size. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The word users read and write: {@code auto}, {@code always}, {@code never}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CopyFiles> parse(String word) {
        return Stream.of(values()).filter(w -> w.word().equals(word.strip())).findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Stream.of(values()).map(CopyFiles::word).collect(Collectors.joining(", "));
    }
}
