package io.github.ddevbak.process;

/** A program could not be started; the message says why, in a sentence for the user. */
final class CannotStartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    CannotStartException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
