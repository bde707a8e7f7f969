package io.github.ddevbak.git;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code git status} says of a work tree; paths are relative to its top.
 *
 * @param head the commit checked out; empty where there is none yet
 * @param changes tracked paths that are not as committed
 * @param untracked paths Git does not know; a folder ends with {@code /}
 * @param ignored paths Git was told to pass over
 */
record Status(Optional<String> head, List<Change> changes, List<String> untracked, List<String> ignored) {

    Status {
        changes = List.copyOf(changes);
        untracked = List.copyOf(untracked);
        ignored = List.copyOf(ignored);
    }

    boolean clean() {
        return changes.isEmpty() && untracked.isEmpty();
    }

    List<String> staged() {
        return paths(change -> !change.conflicted() && change.index() != '.');
    }

    List<String> unstaged() {
        return paths(change -> !change.conflicted() && !change.submodule() && change.tree() != '.');
    }

    List<String> conflicted() {
        return paths(Change::conflicted);
    }

    List<String> dirtySubmodules() {
        return paths(change -> change.submodule() && change.tree() != '.');
    }

    private List<String> paths(Predicate<Change> which) {
        return changes.stream().filter(which).map(Change::path).toList();
    }

    /**
     * One tracked path.
     *
     * @param index how the index differs from HEAD, {@code .} where it does not
     * @param tree how the file differs from the index, {@code .} where it does not
     * @param submodule whether the path is a submodule
     */
    record Change(char index, char tree, boolean submodule, boolean conflicted, String path) {

        /** Whether no file is there to be looked at. */
        boolean deleted() {
            return tree == 'D' || (index == 'D' && tree == '.');
        }
    }
}
