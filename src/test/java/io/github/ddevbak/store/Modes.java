package io.github.ddevbak.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the modes of everything below a folder. */
final class Modes {
    private Modes() {}

    /** What is not 0700 (folders) or 0600 (files), the folder itself included; links have no modes of their own. */
    static List<String> open(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !Files.isSymbolicLink(path))
                    .filter(path -> !of(path).equals(Files.isDirectory(path) ? "rwx------" : "rw-------"))
                    .map(path -> root.relativize(path) + " " + of(path))
                    .toList();
        }
    }

    static String of(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static void set(Path path, String modes) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes));
    }
}
