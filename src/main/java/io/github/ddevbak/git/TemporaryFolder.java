package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary folder of ours, for its owner only, that is gone when it is closed. */
record TemporaryFolder(Path folder) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    /** Java makes temporary folders with mode 0700. */
    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("ddevbak-git-").toRealPath());
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Removing());
        } catch (IOException e) {
            // What was looked for is known by now, and the system clears its temporary files some day.
            LOG.warn("cannot remove {}", folder, e);
        }
    }

    /** A folder is removed after what is in it. */
    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
