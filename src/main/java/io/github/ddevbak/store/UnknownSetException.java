package io.github.ddevbak.store;

/** The user named a set that is not there, or may mean several; the message lists the candidates. */
public final class UnknownSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownSetException(String message) {
        super(message);
    }
}
