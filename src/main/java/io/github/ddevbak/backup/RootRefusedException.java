package io.github.ddevbak.backup;

/** ddev does not work for root, so neither does a command that needs it; the message says so. */
public final class RootRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RootRefusedException(String message) {
        super(message);
    }
}
