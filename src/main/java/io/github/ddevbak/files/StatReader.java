package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;

/** Asks the file system about a name, with one system call. */
interface StatReader {
    StatReader PORTABLE = new PortableStat();

    /** The fastest that this Java allows. */
    StatReader FASTEST = FieldStat.reader().orElse(PORTABLE);

    Stat read(Path path) throws IOException;

    /**
     * The same of a name in a folder that is open, which need not be looked for again, name by name, from the root.
     *
     * @param place where the folder is
     */
    Stat read(DirectoryStream<Path> open, Path place, Path name) throws IOException;
}
