package io.github.ddevbak.settings;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the value of a key looks like; a value that is missing or empty is always possible. */
public enum ValueForm {
    /** Keys and values, each of its own form. */
    SECTION(""),
    /** A list of those. */
    ENTRIES(""),
    /** A text that is not blank. */
    TEXT(""),
    /** A whole path, or one below the home: what it means must not depend on where somebody stands. */
    FOLDER(""),
    /** What a repository or the like is called. */
    NAME(""),
    /** One text, or a list of them. */
    TEXTS("\\[.*"),
    /** A text that is not blank, or a list of texts: one command. */
    WORDS(""),
    /** {@code true} or {@code false}. */
    FLAG("true|false"),
    DURATION("\\d+[smhd]"),
    /** A duration in hours or days. */
    PERIOD(""),
    SIZE("\\d+[KMGT]"),
    SHARE("\\d+%"),
    /** A whole number, or {@code unlimited}. */
    COUNT("\\d+"),
    /** From 1 to {@link DatabaseSettings#MOST_JOBS}. */
    JOBS("");

    private final Pattern examples;

    ValueForm(String examples) {
        this.examples = Pattern.compile(examples);
    }

    /** The one that a key's example in a new file shows; a text where it shows none. */
    static ValueForm shownBy(String example) {
        if (example.isEmpty()) {
            return TEXT;
        }
        return Stream.of(values())
                .filter(form -> form.examples.matcher(example).matches())
                .findFirst()
                .orElse(TEXT);
    }
}
