package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** A {@code .git} that is a file: it names the git folder of a linked work tree or a submodule (gitrepository-layout(5)). */
final class GitPointer {
    private static final String WORD = "gitdir: ";

    private GitPointer() {}

    /** Whether it is a file that names a folder which is not there. */
    static boolean leadsNowhere(Path dotGit) {
        return Files.isRegularFile(dotGit, LinkOption.NOFOLLOW_LINKS)
                && target(dotGit).filter(Files::isDirectory).isEmpty();
    }

    /** The folder it names; empty where it is no such file. */
    static Optional<Path> target(Path dotGit) {
        try {
            String text = Files.readString(dotGit, StandardCharsets.UTF_8).strip();
            Path parent = dotGit.getParent();
            return text.startsWith(WORD) && parent != null
                    ? Optional.of(parent.resolve(text.substring(WORD.length())).normalize())
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
