package io.github.ddevbak.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The two manifest files while they are written: under other names until they are whole, and gone if they never are. */
final class ManifestFiles implements AutoCloseable {
    private final Path folder;
    private final Staged checksums;
    private final Staged lines;

    private ManifestFiles(Path folder, Staged checksums, Staged lines) {
        this.folder = folder;
        this.checksums = checksums;
        this.lines = lines;
    }

    static ManifestFiles in(Path folder) throws IOException {
        OwnerOnly.directories(folder);
        Staged checksums = Staged.at(folder.resolve("." + FilesManifest.CHECKSUMS + ".partial"));
        try {
            return new ManifestFiles(
                    folder, checksums, Staged.at(folder.resolve("." + FilesManifest.LINES + ".partial")));
        } catch (IOException failed) {
            checksums.discard();
            throw failed;
        }
    }

    OutputStream checksums() {
        return checksums.out;
    }

    OutputStream lines() {
        return lines.out;
    }

    /** Flushes both to the disk and gives them their names. */
    void publish() throws IOException {
        checksums.finish();
        lines.finish();
        lines.move(folder.resolve(FilesManifest.LINES));
        checksums.move(folder.resolve(FilesManifest.CHECKSUMS));
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        try {
            checksums.discard();
        } finally {
            lines.discard();
        }
    }

    /** One file under its temporary name. */
    private record Staged(Path path, FileChannel channel, OutputStream out) {
        static Staged at(Path path) throws IOException {
            Files.deleteIfExists(path);
            FileChannel channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OwnerOnly.FILE);
            return new Staged(path, channel, new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        }

        void finish() throws IOException {
            out.flush();
            channel.force(true);
            channel.close();
        }

        void move(Path name) throws IOException {
            Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
        }

        void discard() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }
}
