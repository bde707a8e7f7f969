package io.github.ddevbak.cli;

import io.github.ddevbak.files.FilesReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a manifest beside its place and moves it there when it is whole. */
final class ManifestFile {
    private ManifestFile() {}

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        FilesReport to(OutputStream stream) throws IOException;
    }

    static FilesReport write(Path target, Content content) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".ddevbak-partial");
        try {
            FilesReport report;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(beside))) {
                report = content.to(stream);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
