package io.github.ddevbak.cli;

/** Words of the user that cannot be carried out as they stand; the message says which and what to say instead. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
