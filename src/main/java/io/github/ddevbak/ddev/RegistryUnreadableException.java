package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.file.Path;

/** ddev's list of projects is there and cannot be understood; the message is a sentence for the user. */
public final class RegistryUnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    RegistryUnreadableException(Path file, String problem) {
        super("ddev's list of projects " + Printable.text(file.toString()) + " cannot be understood: "
                + Printable.text(problem) + ". ddev refuses to work with it, too; correct the file, or move it away"
                + " and run ddev start in each project.");
    }
}
