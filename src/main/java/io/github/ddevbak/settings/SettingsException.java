package io.github.ddevbak.settings;

/** A configuration that cannot be used; the message says which file, where, what is wrong and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
