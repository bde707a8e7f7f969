package io.github.ddevbak.project;

import java.nio.charset.StandardCharsets;

/** Any text as one word of a POSIX shell's command line, for instructions that people copy and run. */
public final class ShellWord {
    private ShellWord() {}

    /**
     * The word, quoted where the shell would read it otherwise. A word with characters that are not printable takes the
     * form {@code $'…'} with octal bytes, so that it stays on one line and cannot move a cursor (bash, zsh, ksh, busybox;
     * POSIX since issue 8).
     */
    public static String quoted(String word) {
        if (!Printable.text(word).equals(word)) {
            return ansi(word);
        }
        // A word that begins with an equals sign is a program's path to zsh.
        boolean plain = !word.isEmpty()
                && !word.startsWith("=")
                && word.chars()
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_./:=,@%+".indexOf(c) >= 0));
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String ansi(String word) {
        StringBuilder quoted = new StringBuilder("$'");
        word.codePoints().forEach(c -> {
            String character = Character.toString(c);
            if (c == '\'' || c == '\\') {
                quoted.append('\\').append(character);
            } else if (c != '!' && Printable.text(character).equals(character)) {
                quoted.append(character);
            } else {
                for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
                    quoted.append('\\').append(octal(octet & 0xff));
                }
            }
        });
        return quoted.append('\'').toString();
    }

    private static String octal(int octet) {
        String digits = Integer.toOctalString(octet);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
