package io.github.ddevbak.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A line as bash takes it apart: words, {@code '…'}, {@code $'…'} and backslashes; nothing else is quoted here. */
final class ShellLine {
    private final String line;
    private int at;

    private ShellLine(String line) {
        this.line = line;
    }

    static List<String> words(String line) {
        ShellLine left = new ShellLine(line);
        List<String> words = new ArrayList<>();
        while (left.skipBlanks()) {
            words.add(left.word());
        }
        return words;
    }

    private boolean skipBlanks() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length();
    }

    private String word() {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (at < line.length() && line.charAt(at) != ' ') {
            if (line.startsWith("$'", at)) {
                at += 2;
                ansi(word);
            } else if (line.charAt(at) == '\'') {
                int end = line.indexOf('\'', at + 1);
                put(word, line.substring(at + 1, end));
                at = end + 1;
            } else {
                at += line.charAt(at) == '\\' ? 1 : 0;
                int c = line.codePointAt(at);
                put(word, Character.toString(c));
                at += Character.charCount(c);
            }
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    private void ansi(ByteArrayOutputStream word) {
        while (line.charAt(at) != '\'') {
            if (line.charAt(at) != '\\') {
                int c = line.codePointAt(at);
                put(word, Character.toString(c));
                at += Character.charCount(c);
            } else if (Character.isDigit(line.charAt(at + 1))) {
                word.write(Integer.parseInt(line.substring(at + 1, at + 4), 8));
                at += 4;
            } else {
                put(word, line.substring(at + 1, at + 2));
                at += 2;
            }
        }
        at++;
    }

    private static void put(ByteArrayOutputStream word, String text) {
        word.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
