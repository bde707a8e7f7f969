package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.List;

/**
 * One repository as it was looked at, with what a rescue has to know of it.
 *
 * @param history what its remotes do not have
 * @param lfs its files in Git LFS
 * @param tree what is not committed below the folder that was asked about
 * @param worktrees its linked work trees
 * @param within whether the repository around it tracks the files of its folder as its own
 * @param precious ignored files that a restore needs, relative to the top, with {@code /}
 */
record Looked(
        Layout layout,
        History history,
        Lfs lfs,
        WorkTree tree,
        List<Worktree> worktrees,
        boolean within,
        List<String> precious) {

    Looked {
        worktrees = List.copyOf(worktrees);
        precious = List.copyOf(precious);
    }

    /** Where it lies, seen from the folder that was asked about; empty for that folder's own, else relative where it can be. */
    String place(Path approot) {
        Path folder = layout.folder();
        if (folder.equals(approot)) {
            return "";
        }
        return folder.startsWith(approot) ? approot.relativize(folder).toString() : folder.toString();
    }
}
