package io.github.ddevbak.report;

import io.github.ddevbak.store.SetSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which sets there are: a line for each, and below it what is to be known of it. One text, because a stream that is
 * flushed with each line would be the slowest part of a long list. Pure.
 */
public final class ListText {
    private static final int AGE = 9;
    private static final int SIZE = 9;
    private static final int VERDICT = "not-recoverable".length();
    private static final int NO_TERMINAL = 200;
    private static final String INDENT = "    ";

    private final Ink ink;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    /** @param columns of the terminal; 0: no sentence is broken */
    public ListText(Ink ink, int columns) {
        this.ink = ink;
        this.columns = columns;
    }

    /** The lines, by project and newest first as they are given. */
    public String of(List<SetSummary> sets, Instant now) {
        int room = (columns == 0 ? NO_TERMINAL : columns) - AGE - SIZE - VERDICT;
        int name = width("PROJECT", sets.stream().map(set -> set.project().text()), room * 2 / 5);
        int id = width("SET", sets.stream().map(SetSummary::id), room - name);
        StringBuilder head = new StringBuilder();
        Layout.pad(head, "PROJECT", name);
        Layout.pad(head, "SET", id);
        Layout.pad(head, "AGE", AGE);
        Layout.pad(head, "SIZE", SIZE);
        text.append(ink.strong(head.append("VERDICT").toString()));
        for (SetSummary set : sets) {
            row(set, name, id, now);
        }
        return text.toString();
    }

    private static int width(String head, Stream<String> texts, int most) {
        int longest = texts.mapToInt(String::length).max().orElse(0);
        return Math.max(head.length(), Math.min(longest, most - 2)) + 2;
    }

    private void row(SetSummary set, int name, int id, Instant now) {
        line();
        cell(set.project().text(), 0, name);
        cell(set.id(), name, id);
        Layout.pad(text, Sizes.age(Duration.between(set.figures().created(), now)), AGE);
        Layout.pad(text, Sizes.bytes(set.figures().bytes()), SIZE);
        text.append(ink.word(set.figures().verdict()));
        more(SetWords.notGood(set), SetWords.learnt(set.learnt(), now));
    }

    private void more(String notGood, String learnt) {
        String more = notGood.isEmpty() || learnt.isEmpty() ? notGood + learnt : notGood + "; " + learnt;
        if (more.isEmpty()) {
            return;
        }
        for (String line : Layout.wrapped(more, INDENT, INDENT, columns)) {
            line();
            text.append(line);
        }
    }

    /** What is too long for its column stands on lines of its own, and the row goes on below it. */
    private void cell(String word, int before, int width) {
        if (word.length() < width) {
            Layout.pad(text, word, width);
            return;
        }
        if (columns > 0 && before + word.length() > columns && before > 0) {
            line();
            text.append(INDENT);
        }
        int most = columns == 0 ? word.length() : Math.max(1, columns - INDENT.length());
        for (int from = 0; from < word.length(); from += most) {
            if (from > 0) {
                line();
                text.append(INDENT);
            }
            text.append(word, from, Math.min(word.length(), from + most));
        }
        line();
        Layout.pad(text, "", before + width);
    }

    private void line() {
        text.append(System.lineSeparator());
    }
}
