package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that we write into a folder of others, known as ours by a sentence near its top. */
final class MarkedFile {
    private static final int LARGEST = 1 << 20;
    private static final int TOP = 8;

    private final Path path;
    private final String mark;

    MarkedFile(Path path, String mark) {
        this.path = path;
        this.mark = mark;
    }

    Path path() {
        return path;
    }

    /** What is in it; empty where there is no such file, or where it is a link or longer than any of ours. */
    Optional<String> text() {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new ScheduleRefusedException(words() + " cannot be read. Give yourself access to it.", unreadable);
        }
    }

    boolean there() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    boolean ours() {
        return text().stream().flatMap(String::lines).limit(TOP).anyMatch(line -> line.contains(mark));
    }

    /** @throws ScheduleRefusedException where a file that is not ours has the name */
    void refuseOthers() {
        if (there() && !ours()) {
            throw new ScheduleRefusedException(
                    words() + " is there and was not made by ddevbak. It was left alone; move it away first.");
        }
    }

    /** Writes it, with the folders above it. */
    void write(String text) {
        refuseOthers();
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw new ScheduleRefusedException(
                    words() + " cannot be written: " + refused.getClass().getSimpleName()
                            + ". Make room or give yourself access.",
                    refused);
        }
    }

    /** Removes it where it is ours; true where it was there. */
    boolean remove() {
        refuseOthers();
        try {
            return Files.deleteIfExists(path);
        } catch (IOException refused) {
            throw new ScheduleRefusedException(words() + " cannot be removed. Give yourself access.", refused);
        }
    }

    private String words() {
        return Printable.text(path.toString());
    }
}
