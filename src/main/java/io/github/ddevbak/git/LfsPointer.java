package io.github.ddevbak.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Git holds in place of a file that is in Git LFS (git-lfs 3.3, docs/spec.md).
 *
 * @param oid SHA-256 of the content, in hex
 * @param size of the content, in bytes
 */
record LfsPointer(String oid, long size) {
    /** No pointer has so many bytes. */
    static final int LIMIT = 1024;

    /** Nor fewer than its three lines need. */
    static final int LEAST = 100;

    private static final Pattern VERSION = Pattern.compile(
            "version (https://git-lfs\\.github\\.com/spec/v1|https://hawser\\.github\\.com/spec/v1|http://git-media\\.io/v/2)\r?\n.*",
            Pattern.DOTALL);
    static final Pattern OID = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern NAMED = Pattern.compile("^oid sha256:(" + OID + ")\r?$", Pattern.MULTILINE);
    private static final Pattern SIZE = Pattern.compile("^size (\\d{1,18})\r?$", Pattern.MULTILINE);

    /** Empty where the text is something else. */
    static Optional<LfsPointer> parse(String text) {
        Matcher oid = NAMED.matcher(text);
        Matcher size = SIZE.matcher(text);
        return VERSION.matcher(text).matches() && oid.find() && size.find()
                ? Optional.of(new LfsPointer(oid.group(1), Long.parseLong(size.group(1))))
                : Optional.empty();
    }

    /** Where git-lfs keeps the content, below a folder of objects. */
    static String place(String oid) {
        return oid.substring(0, 2) + "/" + oid.substring(2, 4) + "/" + oid;
    }
}
