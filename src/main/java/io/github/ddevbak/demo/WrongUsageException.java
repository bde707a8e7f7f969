package io.github.ddevbak.demo;

/** The simulated program was called in a way it does not know; the message is what it prints. */
final class WrongUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUsageException(String message) {
        super(message);
    }
}
