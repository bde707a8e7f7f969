package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints the manifest of one folder: for tests that need a JVM in another locale. */
final class PrintManifestMain {
    private PrintManifestMain() {}

    public static void main(String[] arguments) throws IOException {
        FilesReport report = FilesManifest.print(Path.of(arguments[0]), List.of(arguments[1]), System.out, () -> false);
        System.exit(report.findings().isEmpty() ? 0 : 1);
    }
}
