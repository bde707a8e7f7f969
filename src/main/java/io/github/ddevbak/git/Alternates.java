package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other folders that a repository borrows objects from (gitrepository-layout(5), {@code objects/info/alternates}). */
final class Alternates {
    private Alternates() {}

    /** A warning for what is borrowed; an error for what is not there any more. */
    static Optional<Finding> finding(Layout layout) {
        List<String> borrowed = lines(layout.commonDir().resolve("objects"));
        List<String> missing = borrowed.stream().filter(path -> !there(path)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(Finding.error(
                    "code.alternate-missing",
                    "The repository of " + layout.folder() + " borrows objects from "
                            + Words.count(missing.size(), "folder") + " that is not there" + Words.names(missing) + ".",
                    "bring the folder back, or clone again from the remote"));
        }
        return borrowed.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "code.alternates",
                        "The repository borrows objects from " + Words.count(borrowed.size(), "other folder")
                                + ", and is not whole without" + Words.names(borrowed) + ".",
                        "git repack -a -d && rm .git/objects/info/alternates"));
    }

    /** The folders of objects, absolute. */
    static List<String> lines(Path objects) {
        Path file = objects.resolve("info").resolve("alternates");
        List<String> paths = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return paths;
        }
        try {
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    paths.add(objects.resolve(line).normalize().toString());
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable",
                    "Cannot read " + file + ": " + e.getMessage(),
                    "git fsck shows what is damaged"));
        }
        return paths;
    }

    private static boolean there(String path) {
        return Files.isDirectory(Path.of(path));
    }
}
