package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Printable;
import java.nio.file.Path;

/** One of ddev's configuration files is not there or says nothing that can be understood; the message is a sentence. */
public final class ConfigUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private ConfigUnreadableException(String sentence, boolean missing) {
        super(sentence);
        this.missing = missing;
    }

    static ConfigUnreadableException missing(Path file) {
        return new ConfigUnreadableException(
                "The configuration " + Printable.text(file.toString())
                        + " does not exist; restore it, or take the project out of ddev's list with ddev stop --unlist.",
                true);
    }

    /** @param problem what is wrong, as the end of a sentence, with the line where one is known */
    static ConfigUnreadableException broken(Path file, String problem) {
        return new ConfigUnreadableException(
                "The configuration " + Printable.text(file.toString()) + " cannot be understood: "
                        + Printable.text(problem) + "; correct the file.",
                false);
    }

    /** Whether the file is simply not there. */
    public boolean missing() {
        return missing;
    }
}
