package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code --output} may name. */
final class OutputFile {
    private OutputFile() {}

    /** Refuses a folder, and a file in none. */
    static void refuseNoFile(Path target) {
        if (!Files.isDirectory(target.resolveSibling("").toAbsolutePath())) {
            throw new UsageException("there is no folder " + Printable.text(String.valueOf(target.getParent()))
                    + " to write " + Printable.text(String.valueOf(target.getFileName())) + " in: make it first.");
        }
        if (Files.isDirectory(target)) {
            throw new UsageException(
                    "--output " + Printable.text(target.toString()) + " is a folder: name a file in it.");
        }
    }

    /** The file that is to be replaced: a link stays one, and what it leads to is written. */
    static Path behindLinks(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target;
    }

    /** Whether it is no file, such as a pipe, and is written to as it is. */
    static boolean stream(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }
}
