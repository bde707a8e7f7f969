package io.github.ddevbak.backup;

/** The destination was put where it would be lost with a project; the message says which. */
public final class DestinationInsideProjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DestinationInsideProjectException(String message) {
        super(message);
    }
}
