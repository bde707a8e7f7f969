package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the dump of one database into a file the user named; what was there is replaced only by a proved dump. */
final class FileTarget implements DatabasePart.Target {
    private final Project project;
    private final Path file;
    private final Path beside;
    private final Consumer<String> working;

    FileTarget(Project project, Path file, Consumer<String> working) {
        this.project = project;
        this.file = file;
        this.beside = file.resolveSibling("." + file.getFileName() + ".ddevbak-partial");
        this.working = working;
    }

    @Override
    public Optional<Finding> objection(List<String> databases) {
        return databases.size() == 1
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "usage.several-databases",
                        "'" + project.name() + "' has " + databases.size() + " databases ("
                                + String.join(", ", databases) + ") and --file takes one",
                        "Name one with --database, or leave --file out to export all of them into a set."));
    }

    @Override
    public Path dump(String database) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return beside;
    }

    @Override
    public String dumped(String database, DumpFacts facts) {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    @Override
    public boolean keepsGlobals() {
        return false;
    }

    @Override
    public void globals(String sql) {
        throw new IllegalStateException("a file of one database holds no users");
    }

    @Override
    public String snapshotName() {
        throw new IllegalStateException("a file takes no snapshot");
    }

    @Override
    public Optional<String> snapshot(Path snapshot, String sha256) {
        throw new IllegalStateException("a file takes no snapshot");
    }

    @Override
    public Optional<Finding> room(long bytes) {
        try {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            long usable = Files.getFileStore(folder).getUsableSpace();
            return Space.objection(project.name().text(), bytes, usable, folder);
        } catch (IOException e) {
            return Optional.of(Finding.error(
                    "store.unwritable",
                    "the folder of " + Printable.text(file.toString()) + " cannot be used: "
                            + Printable.text(String.valueOf(e.getMessage())),
                    "Name a file in a folder that exists and that you may write."));
        }
    }

    @Override
    public void working(String what) {
        working.accept(what);
    }
}
