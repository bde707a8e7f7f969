package io.github.ddevbak.settings;

import java.util.Optional;

/**
 * Where something stands that nobody else may read; it is looked up when it is needed and never kept.
 *
 * @param file a file that holds it, {@code ~} resolved
 * @param command a line for the shell that prints it; empty where the file says it
 */
public record Secret(Optional<String> file, Optional<String> command) {
    /** The ending of the key that names the file. */
    static final String FILE = "-file";

    /** The ending of the key that holds the command. */
    static final String COMMAND = "-command";

    /** There is none. */
    public static final Secret NONE = new Secret(Optional.empty(), Optional.empty());

    public Secret {
        if (file.isPresent() && command.isPresent()) {
            throw new IllegalArgumentException("a secret stands in one place");
        }
    }

    /** What an entry says under the key's two names; one of them at most. */
    static Secret of(SettingsValues entry, String key) {
        String file = key + FILE;
        String command = key + COMMAND;
        if (entry.has(file) && entry.has(command)) {
            throw entry.wrong(file, "has both '" + file + "' and '" + command + "': leave one out");
        }
        return new Secret(entry.text(file), entry.text(command));
    }

    public boolean missing() {
        return file.isEmpty() && command.isEmpty();
    }
}
