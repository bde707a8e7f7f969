package io.github.ddevbak.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project whose own configuration is meant: {@code --project-dir}, or the one the current folder is in. */
final class CurrentProject {
    private static final String CONFIGURED = ".ddev/config.yaml";

    private CurrentProject() {}

    /** Its folder; ddev is not asked, and need not know it. */
    static Optional<Path> folder(GlobalOptions options, Shell shell) {
        List<Path> named = options.folders(shell);
        if (named.size() > 1) {
            throw new UsageException("only one project can be meant here: give --project-dir once.");
        }
        return named.stream().findFirst().or(() -> around(shell.workingDirectory()));
    }

    private static Optional<Path> around(Path folder) {
        return Stream.iterate(folder, at -> at != null, Path::getParent)
                .filter(at -> Files.isRegularFile(at.resolve(CONFIGURED)))
                .findFirst();
    }
}
