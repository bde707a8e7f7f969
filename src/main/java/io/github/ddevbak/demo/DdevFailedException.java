package io.github.ddevbak.demo;

/** The simulated ddev gives up with a fatal message and exit 1. */
final class DdevFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    DdevFailedException(String message) {
        super(message);
    }
}
