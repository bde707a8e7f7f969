package io.github.ddevbak.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where programs are: looks names up on PATH, so that a missing program is told from one that failed. */
public final class Programs {
    /** What a shell takes where PATH is not set. */
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final Map<String, String> environment;

    public Programs(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The executable regular file a program name stands for. A name with a slash is a path and taken as it is.
     * Folders of PATH that are not absolute are passed over: what runs must not depend on the current folder.
     */
    public Optional<Path> find(String program) {
        if (program.contains("/")) {
            return path(program).filter(Programs::runnable);
        }
        return Arrays.stream(environment.getOrDefault("PATH", DEFAULT_PATH).split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .flatMap(folder -> path(folder).stream())
                .flatMap(folder -> path(program).map(folder::resolve).stream())
                .filter(Programs::runnable)
                .findFirst();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
