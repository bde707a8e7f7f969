package io.github.ddevbak.cli;

import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.ManifestSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a manifest, and the JSON lines beside it, under other names and gives both theirs when they are whole. What is
 * no file, such as a pipe, is written to as it is.
 */
final class ManifestFile {
    private ManifestFile() {}

    /** What fills the files. */
    @FunctionalInterface
    interface Content {
        FilesReport to(OutputStream sums, OutputStream lines) throws IOException;
    }

    static FilesReport write(Path target, Content content) throws IOException {
        OutputFile.refuseNoFile(target);
        if (OutputFile.stream(target)) {
            try (OutputStream stream = Files.newOutputStream(target)) {
                return content.to(stream, OutputStream.nullOutputStream());
            }
        }
        return whole(OutputFile.behindLinks(target), content);
    }

    private static FilesReport whole(Path target, Content content) throws IOException {
        Path lines = ManifestSource.beside(target);
        try (Beside sumsBeside = Beside.of(target);
                Beside linesBeside = Beside.of(lines)) {
            FilesReport report = content.to(sumsBeside.out(), linesBeside.out());
            linesBeside.flush();
            sumsBeside.flush();
            linesBeside.move(lines);
            sumsBeside.move(target);
            return report;
        }
    }

    /** One file under another name, gone where it did not get its own. */
    private record Beside(Path path, FileChannel channel, OutputStream out) implements AutoCloseable {
        static Beside of(Path target) throws IOException {
            Path path = target.resolveSibling("." + target.getFileName() + ".ddevbak-partial");
            Files.deleteIfExists(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            return new Beside(path, channel, new BufferedOutputStream(Channels.newOutputStream(channel)));
        }

        void flush() throws IOException {
            out.flush();
            channel.force(true);
        }

        void move(Path target) throws IOException {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }
}
