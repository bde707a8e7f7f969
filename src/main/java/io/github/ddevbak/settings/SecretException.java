package io.github.ddevbak.settings;

/** A secret that could not be read; the message says why, begins small and has none of it in it. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretException(String why) {
        super(why);
    }
}
