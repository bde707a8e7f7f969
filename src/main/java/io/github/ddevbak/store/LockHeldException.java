package io.github.ddevbak.store;

/** Thrown where another run holds the lock; the message is a sentence that names the holder. */
public final class LockHeldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LockHeldException(String sentence) {
        super(sentence);
    }
}
