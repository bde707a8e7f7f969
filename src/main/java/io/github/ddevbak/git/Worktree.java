package io.github.ddevbak.git;

import java.util.List;
import java.util.Optional;

/**
 * A linked work tree of the repository.
 *
 * @param path where it is, as git noted it
 * @param detachedAt its commit where no branch is checked out there
 * @param unsaved paths in it that are not committed; untracked ones too
 * @param place whether it is there
 * @param operations what was begun in it and not ended, such as {@code rebase}
 */
record Worktree(String path, Optional<String> detachedAt, List<String> unsaved, Place place, List<String> operations) {

    /** Whether a linked work tree could be looked at. */
    enum Place {
        THERE,
        /** Its folder is gone, or is something else by now. */
        MISSING,
        /** The same, and git was told to keep its notes: it may be on a disk that is not mounted. */
        MISSING_LOCKED
    }

    Worktree {
        unsaved = List.copyOf(unsaved);
        operations = List.copyOf(operations);
    }
}
