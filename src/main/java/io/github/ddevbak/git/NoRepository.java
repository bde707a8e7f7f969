package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;

/** Says that no repository holds a folder's files. */
final class NoRepository {
    private static final String HINT =
            "git init && git add . && git commit, then git remote add origin URL && git push --all origin";

    private NoRepository() {}

    static Finding nowhere(Path folder) {
        return Finding.loss("code.no-repository", folder + " is in no Git repository.", HINT);
    }

    /** The repository around it ignores the folder, or has never been told of it. */
    static Finding passedOver(Layout layout) {
        return Finding.loss(
                "code.no-repository",
                layout.folder() + " is in no Git repository of its own, and the one around it, " + layout.toplevel()
                        + ", holds none of its files.",
                HINT);
    }
}
