package io.github.ddevbak.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code git status --porcelain=v2 -z} (format: git-status(1), "Porcelain Format Version 2", since git 2.11). */
final class StatusParser {
    private static final String HEAD = "# branch.oid ";

    private final List<Status.Change> changes = new ArrayList<>();
    private final List<String> untracked = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private Optional<String> head = Optional.empty();
    private boolean skipNext;

    private StatusParser() {}

    /**
     * The answer as values; unknown kinds of line are passed over, as git asks of its readers.
     *
     * @throws UnansweredException where a known kind of line is not whole
     */
    static Status parse(String answer) {
        StatusParser parser = new StatusParser();
        for (String line : answer.split("\0", -1)) {
            parser.take(line);
        }
        return new Status(parser.head, parser.changes, parser.untracked, parser.ignored);
    }

    private void take(String line) {
        if (skipNext || line.isEmpty()) {
            skipNext = false;
            return;
        }
        switch (line.charAt(0)) {
            case '#' -> header(line);
            case '1' -> changes.add(change(line, 9, false));
            case '2' -> {
                changes.add(change(line, 10, false));
                // The name before the renaming follows as a field of its own.
                skipNext = true;
            }
            case 'u' -> changes.add(change(line, 11, true));
            case '?' -> untracked.add(path(line));
            case '!' -> ignored.add(path(line));
            default -> {}
        }
    }

    private void header(String line) {
        if (line.startsWith(HEAD) && !line.endsWith("(initial)")) {
            head = Optional.of(line.substring(HEAD.length()));
        }
    }

    private static String path(String line) {
        if (line.length() < 3) {
            throw UnansweredException.notUnderstood(line);
        }
        return line.substring(2);
    }

    private static Status.Change change(String line, int fields, boolean conflicted) {
        String[] field = line.split(" ", fields);
        if (field.length < fields || field[1].length() != 2 || field[2].isEmpty()) {
            throw UnansweredException.notUnderstood(line);
        }
        return new Status.Change(
                field[1].charAt(0), field[1].charAt(1), field[2].charAt(0) == 'S', conflicted, field[fields - 1]);
    }
}
