package io.github.ddevbak.project;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a DDEV project, safe by construction: it can be a folder's name, a word of a command, a line on a
 * terminal. ddev itself allows letters, digits, hyphens and dots; underscores are let through for old projects.
 */
public record ProjectName(String text) implements Comparable<ProjectName> {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    public ProjectName {
        if (!safe(text)) {
            throw new IllegalArgumentException("not a project name: " + Printable.text(text));
        }
    }

    /** The name, or nothing where the text cannot be one. */
    public static Optional<ProjectName> parse(String text) {
        return safe(text) ? Optional.of(new ProjectName(text)) : Optional.empty();
    }

    private static boolean safe(String text) {
        return SAFE.matcher(text).matches() && !text.contains("..");
    }

    /** By hand, as it is asked all the time: what Java makes of a record takes tens of milliseconds, the first time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(ProjectName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
