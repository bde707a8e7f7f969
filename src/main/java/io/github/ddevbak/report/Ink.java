package io.github.ddevbak.report;

/** Colours for a terminal that takes them, and none elsewhere. */
public enum Ink {
    PLAIN,
    COLOUR;

    static final char ESCAPE = '\u001b';

    public String good(String text) {
        return dyed("32", text);
    }

    /** Magenta: yellow cannot be read on a light background. */
    public String warn(String text) {
        return dyed("35", text);
    }

    public String bad(String text) {
        return dyed("31", text);
    }

    public String strong(String text) {
        return dyed("1", text);
    }

    /** A state or verdict word in the colour of what it means. */
    public String word(String word) {
        return switch (word) {
            case "ok", "recoverable", "disk" -> good(word);
            case "at-risk", "suspect", "mistake", "warning" -> warn(word);
            case "failed", "not-recoverable", "unknown", "error", "loss", "nothing" -> bad(word);
            default -> word;
        };
    }

    private String dyed(String code, String text) {
        return this == PLAIN ? text : ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m";
    }
}
