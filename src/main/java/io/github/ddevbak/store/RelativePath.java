package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;

/** What a path inside a set may look like: relative, {@code /}-separated, never leaving the set. */
final class RelativePath {
    private RelativePath() {}

    /** The path, if it stays inside; control characters are let through, as files copied from a project may have them. */
    static String inside(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.indexOf('\0') >= 0) {
                throw refused(path);
            }
        }
        return path;
    }

    /** The path, if it stays inside and can be printed: the rule for the names we choose. */
    static String named(String path) {
        if (!Printable.text(path).equals(path)) {
            throw refused(path);
        }
        return inside(path);
    }

    private static IllegalArgumentException refused(String path) {
        return new IllegalArgumentException("not a path inside a set: '" + Printable.text(path) + "'");
    }
}
