package io.github.ddevbak.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Sees to it that git status, which enters submodules at any depth, runs nothing that their configuration says. */
final class SubmoduleGuard {
    private final GitCli git;
    private final LayoutQuestion layouts;

    SubmoduleGuard(GitCli git) {
        this.git = git;
        this.layouts = new LayoutQuestion(git);
    }

    /** Those that were looked at before are known already, with all below them. */
    void restrain(Layout layout, Index index) {
        for (String path : index.submodules()) {
            Path folder = layout.toplevel().resolve(path);
            boolean entered = Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
            if (entered && !git.restrains(folder)) {
                layouts.repository(folder)
                        .ifPresent(inner -> restrain(inner.layout(), new HiddenChanges(git).index(inner)));
            }
        }
    }
}
