package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies directly in a folder of git's. */
final class GitFolders {
    private GitFolders() {}

    /** Sorted; none where there is no such folder. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
                each.forEach(entries::add);
            } catch (DirectoryIteratorException broken) {
                throw broken.getCause();
            }
        }
        entries.sort(null);
        return entries;
    }

    /** Removes a folder of ours with all that is in it; git makes objects that nobody may write. */
    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries(folder)) {
                delete(entry);
            }
        }
        Files.deleteIfExists(folder);
    }
}
