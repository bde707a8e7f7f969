package io.github.ddevbak.settings;

import java.util.List;

/** A configuration that cannot be used; the message says which file, where, what is wrong and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> at;

    public SettingsException(String message) {
        this(message, List.of());
    }

    /** @param at the keys and places in lists that lead to what is wrong; empty where it is the whole file */
    SettingsException(String message, List<Object> at) {
        super(message);
        this.at = List.copyOf(at);
    }

    List<Object> at() {
        return at;
    }
}
