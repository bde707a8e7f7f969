package io.github.ddevbak.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linked work tree of the repository.
 *
 * @param path where it is, as git noted it
 * @param detachedAt its commit where no branch is checked out there
 * @param layout where it lies; empty where it is not there
 * @param tree what it holds that is not committed; nothing where it is not there
 * @param submodules paths of its submodules
 * @param place whether it is there
 * @param operations what was begun in it and not ended, such as {@code rebase}
 */
record Worktree(
        String path,
        Optional<String> detachedAt,
        Optional<Layout> layout,
        WorkTree tree,
        List<String> submodules,
        Place place,
        List<Operation> operations) {

    /** Whether a linked work tree could be looked at. */
    enum Place {
        THERE,
        /** Its folder is gone, or is something else by now. */
        MISSING,
        /** The same, and git was told to keep its notes: it may be on a disk that is not mounted. */
        MISSING_LOCKED
    }

    Worktree {
        submodules = List.copyOf(submodules);
        operations = List.copyOf(operations);
    }

    /** Paths in it that are not committed; untracked ones too. */
    List<String> unsaved() {
        List<String> unsaved = new ArrayList<>(tree.untracked());
        tree.status().changes().forEach(change -> unsaved.add(change.path()));
        return unsaved;
    }

    /** Whether it holds anything that only it has. */
    boolean worthSaving() {
        return !unsaved().isEmpty()
                || !tree.hidden().isEmpty()
                || !tree.unseen().precious().isEmpty();
    }
}
