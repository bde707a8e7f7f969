package io.github.ddevbak.recovery;

/** Thrown where a name means no project or set that is stored; the message says what there is. */
public final class NoSuchSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchSetException(String sentence) {
        super(sentence);
    }
}
