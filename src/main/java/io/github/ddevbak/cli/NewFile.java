package io.github.ddevbak.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is made for the user to edit, and never in the place of another. */
final class NewFile {
    private NewFile() {}

    /** Writes it with mode 0600 and makes its folder; whatever has its name already stays, a dangling link too. */
    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        try {
            create(file, ByteBuffer.wrap(text.getBytes(UTF_8)));
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(Printable.text(file.toString()) + " is there already and was left as it is. See"
                    + " what holds with 'ddevbak config show', or print a new file with 'ddevbak config init -n'.");
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException failure) {
        return new UncheckedIOException(
                Printable.text(file.toString()) + " cannot be written: "
                        + Printable.text(String.valueOf(failure.getMessage()))
                        + ". Print it with 'ddevbak config init -n' and put it where you may write.",
                failure);
    }

    private static void create(Path file, ByteBuffer content) throws IOException {
        boolean whole = false;
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (channel) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
