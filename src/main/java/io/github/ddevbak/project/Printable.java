package io.github.ddevbak.project;

/** Text from outside, made safe to print: what could move a cursor, change a colour or forge a line is shown, not obeyed. */
public final class Printable {
    private Printable() {}

    /** The text with each control, bidirectional-override and unpaired surrogate character written as {@code \\u….} */
    public static String text(String outside) {
        StringBuilder safe = null;
        for (int i = 0; i < outside.length(); i++) {
            char c = outside.charAt(i);
            boolean paired = (Character.isHighSurrogate(c)
                            && i + 1 < outside.length()
                            && Character.isLowSurrogate(outside.charAt(i + 1)))
                    || (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(outside.charAt(i - 1)));
            boolean unsafe = Character.isISOControl(c)
                    || (c >= '\u202a' && c <= '\u202e')
                    || (c >= '\u2066' && c <= '\u2069')
                    || c == '\u2028'
                    || c == '\u2029'
                    || (Character.isSurrogate(c) && !paired);
            if (unsafe && safe == null) {
                safe = new StringBuilder(outside.length() + 16).append(outside, 0, i);
            }
            if (safe != null) {
                safe.append(unsafe ? escaped(c) : String.valueOf(c));
            }
        }
        return safe == null ? outside : safe.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                String hex = Integer.toHexString(c);
                yield "\\u" + "0".repeat(4 - hex.length()) + hex;
            }
        };
    }
}
