package io.github.ddevbak.store;

/** Thrown where the destination or the state folder cannot be used; the message is a sentence with the next action in it. */
public final class DestinationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DestinationException(String sentence) {
        super(sentence);
    }

    public DestinationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
