package io.github.ddevbak.git;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a folder's repository lies.
 *
 * @param folder the folder asked about, symlinks resolved
 * @param toplevel the top of the work tree; the folder or one around it
 * @param gitDir this work tree's own git folder
 * @param commonDir the git folder that all its work trees share
 */
record Layout(Path folder, Path toplevel, Path gitDir, Path commonDir) {

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
}
