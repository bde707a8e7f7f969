package io.github.ddevbak.files;

/** A line of a manifest is none; the message says what is wrong with it, as the end of a sentence. */
final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedLineException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
