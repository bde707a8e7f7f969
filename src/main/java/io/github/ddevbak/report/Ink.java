package io.github.ddevbak.report;

/** Colours for a terminal that takes them, and none elsewhere. */
public enum Ink {
    PLAIN,
    COLOUR;

    public String good(String text) {
        return dyed("32", text);
    }

    public String warn(String text) {
        return dyed("33", text);
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
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
