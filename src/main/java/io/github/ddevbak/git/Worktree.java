package io.github.ddevbak.git;

import java.util.List;
import java.util.Optional;

/**
 * A linked work tree of the repository.
 *
 * @param path where it is, as git noted it
 * @param detachedAt its commit where no branch is checked out there
 * @param unsaved paths in it that are not committed; untracked ones too
 * @param operations what was begun in it and not ended, such as {@code rebase}
 */
record Worktree(String path, Optional<String> detachedAt, List<String> unsaved, List<String> operations) {

    Worktree {
        unsaved = List.copyOf(unsaved);
        operations = List.copyOf(operations);
    }
}
