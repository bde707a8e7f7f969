package io.github.ddevbak.backup;

/** The user named a project that is not there; the message says which, and what was near. */
public final class UnknownProjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownProjectException(String message) {
        super(message);
    }
}
