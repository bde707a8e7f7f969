package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.process.ProcessResult;
import java.util.List;
import java.util.regex.Pattern;

/** What a child of ddev said, for a sentence. */
final class DdevWords {
    /** What {@code export-db} says on standard error when all went well (ddev v1.25.3), in text and as JSON. */
    private static final Pattern EXPECTED = Pattern.compile("Wrote database dump from project .*");

    private DdevWords() {}

    /** {@code : cause}, to be put behind a sentence; nothing where nothing was said. */
    static String because(ProcessResult result) {
        return LastWords.lines(result.stderrTail()).isEmpty() ? "" : ": " + LastWords.of(result);
    }

    /** The lines of standard error that a child which did its work does not print. */
    static List<String> unexpected(ProcessResult result) {
        return LastWords.lines(result.stderrTail()).stream()
                .filter(line -> !EXPECTED.matcher(line).matches())
                .toList();
    }
}
