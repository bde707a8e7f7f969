package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a folder's repository lies.
 *
 * @param folder the folder asked about, symlinks resolved
 * @param toplevel the top of the work tree; the folder or one around it
 * @param gitDir this work tree's own git folder
 * @param commonDir the git folder that all its work trees share
 */
record Layout(Path folder, Path toplevel, Path gitDir, Path commonDir) {

    private static final String ON_BRANCH = "ref: refs/heads/";

    /** The folder below the top, such as {@code sites/shop/}; empty at the top. */
    String prefix() {
        StringBuilder prefix = new StringBuilder();
        for (Path name : toplevel.relativize(folder)) {
            prefix.append(name).append(name.toString().isEmpty() ? "" : "/");
        }
        return prefix.toString();
    }

    boolean inside() {
        return !folder.equals(toplevel);
    }

    boolean linkedWorktree() {
        return !gitDir.equals(commonDir);
    }

    boolean shallow() {
        return Files.exists(commonDir.resolve("shallow"));
    }

    /** The branch checked out, with or without a commit; empty on a detached HEAD, and where it cannot be read. */
    Optional<String> branch() {
        try {
            String head = Files.readString(gitDir.resolve("HEAD"), StandardCharsets.ISO_8859_1);
            return head.startsWith(ON_BRANCH)
                    ? Optional.of(head.substring(ON_BRANCH.length()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
