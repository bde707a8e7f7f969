package io.github.ddevbak.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form in which a dump is stored; the end of its file's name tells it. */
public enum DumpFormat {
    GZ(".sql.gz", "gunzip -c", "gunzip -t"),
    ZST(".sql.zst", "zstd -dc", "zstd -t"),
    SQL(".sql", "cat", "");

    private final String suffix;
    private final String unpacking;
    private final String testing;

    DumpFormat(String suffix, String unpacking, String testing) {
        this.suffix = suffix;
        this.unpacking = unpacking;
        this.testing = testing;
    }

    /** The word users read and write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the names of its files end. */
    public String suffix() {
        return suffix;
    }

    /** Whether {@code ddev import-db} takes its files (v1.22 to v1.25.3); the plain dump on standard input it always takes. */
    public boolean importable() {
        return this != ZST;
    }

    /** A command, to be followed by a file, that writes the plain dump to standard output. */
    public List<String> unpacking() {
        return List.of(unpacking.split(" ", -1));
    }

    /** A command, to be followed by a file, that fails unless the file is whole; empty where nothing could tell. */
    public List<String> testing() {
        return testing.isEmpty() ? List.of() : List.of(testing.split(" ", -1));
    }

    public static Optional<DumpFormat> parse(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equals(word.strip()))
                .findFirst();
    }

    /** What the end of a file's name tells; empty where it tells nothing. */
    public static Optional<DumpFormat> ofFile(String name) {
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.word()))
                .findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Stream.of(values()).map(DumpFormat::word).collect(Collectors.joining(", "));
    }
}
