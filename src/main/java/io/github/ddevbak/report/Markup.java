package io.github.ddevbak.report;

import io.github.ddevbak.project.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Elements of a page, each closed where it was opened. All text goes through here and none of it can become an element:
 * what has a meaning is escaped, and what is not ASCII is a number, so that a stream of any character set carries it.
 */
final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value ... */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    Markup close() {
        text.append("</").append(open.pop()).append('>');
        if (open.size() < 4) {
            text.append('\n');
        }
        return this;
    }

    /** An element without content. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element with nothing but text. */
    Markup leaf(String element, String words, String... attributes) {
        return open(element, attributes).text(words).close();
    }

    Markup text(String words) {
        text.append(escaped(words));
        return this;
    }

    /** Rules of our own, which hold nothing to be escaped. */
    Markup style(String rules) {
        open("style");
        text.append(rules);
        return close();
    }

    private void start(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        Printable.text(words).codePoints().forEach(point -> {
            boolean special = "<>&\"'".indexOf(point) >= 0;
            // the last two of a plane are no characters: no reference may name them
            int shown = (point & 0xFFFE) == 0xFFFE ? 0xFFFD : point;
            if (special || shown > '~') {
                safe.append("&#").append(shown).append(';');
            } else {
                safe.appendCodePoint(shown);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
