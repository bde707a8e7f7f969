package io.github.ddevbak.git;

import java.util.List;

/**
 * What a work tree holds that is not committed.
 *
 * @param status what Git sees, the linked work trees below left out
 * @param operations what was begun and not ended, such as {@code merge}
 * @param hidden files with changes that Git was told not to look for
 * @param nested untracked folders that are repositories of their own
 */
record WorkTree(Status status, List<String> operations, List<String> hidden, List<String> nested) {

    WorkTree {
        operations = List.copyOf(operations);
        hidden = List.copyOf(hidden);
        nested = List.copyOf(nested);
    }

    List<String> untracked() {
        return status.untracked().stream()
                .filter(path -> !nested.contains(path))
                .toList();
    }
}
