package io.github.ddevbak.recovery;

/** Thrown where what the user wants back cannot be meant so; the message is a sentence with the next action. */
public final class RestoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RestoreRefusedException(String sentence) {
        super(sentence);
    }
}
