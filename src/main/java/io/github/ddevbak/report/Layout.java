package io.github.ddevbak.report;

import java.util.ArrayList;
import java.util.List;

/** Text fitted to a terminal: sentences broken between words, short things side by side. Pure. */
final class Layout {
    private static final int WIDEST = 120;
    private static final int BETWEEN = 3;

    private Layout() {}

    /**
     * The sentence in lines that fit, those after the first indented.
     *
     * @param columns of the terminal; 0: one line, whatever its length
     */
    static List<String> wrapped(String sentence, String first, String others, int columns) {
        int width = Math.min(columns, WIDEST);
        if (columns == 0 || length(first) + length(sentence) <= width) {
            return List.of(first + sentence);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : sentence.split(" ", -1)) {
            if (begun && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(others).append(word);
            } else {
                line.append(begun ? " " : "").append(word);
            }
            begun = true;
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * The cells in as few lines as fit, in columns that are read downwards as those of {@code ls}.
     *
     * @param columns of the terminal; 0: a line for each
     */
    static List<String> sideBySide(List<String> cells, String indent, int columns) {
        int cell = cells.stream().mapToInt(Layout::length).max().orElse(0) + BETWEEN;
        int across = Math.max(1, (columns - indent.length() + BETWEEN) / cell);
        int down = (cells.size() + across - 1) / across;
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            StringBuilder line = new StringBuilder(indent);
            for (int at = row; at < cells.size(); at += down) {
                line.append(cells.get(at));
                if (at + down < cells.size()) {
                    line.append(" ".repeat(cell - length(cells.get(at))));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text, with blanks up to the width, at least one. */
    static void pad(StringBuilder line, String text, int width) {
        line.append(text);
        for (int i = Math.max(width == 0 ? 0 : 1, width - text.length()); i > 0; i--) {
            line.append(' ');
        }
    }

    /** Cells that the text takes, the colours of {@link Ink} none. */
    private static int length(CharSequence text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == Ink.ESCAPE) {
                while (i < text.length() && text.charAt(i) != 'm') {
                    i++;
                }
            } else if (!Character.isLowSurrogate(c)) {
                length++;
            }
        }
        return length;
    }
}
