package io.github.ddevbak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A ddev that knows no project, as a program in a folder. */
final class EmptyDdev {
    private static final String TEXT = """
            #!/bin/sh
            case "$*" in
                --version) echo 'ddev version v1.25.3' ;;
                *version*) echo '{"level":"info","msg":"","raw":{"DDEV version":"v1.25.3"},"time":"2026-11-22T10:00:00Z"}' ;;
                *list*) echo '{"level":"info","msg":"No ddev projects were found.","raw":[],"time":"2026-11-22T10:00:00Z"}' ;;
                *) exit 1 ;;
            esac
            """;

    private EmptyDdev() {}

    static void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve("ddev"), TEXT), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
