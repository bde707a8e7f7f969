package io.github.ddevbak.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** How a file of a set is opened; a disk that fails is put in its place by tests. */
@FunctionalInterface
public interface SetFiles {
    /** The real ones; a link in the place of a file is not followed. */
    SetFiles REAL = file -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);

    InputStream open(Path file) throws IOException;
}
