package io.github.ddevbak.git;

import java.util.List;
import java.util.Optional;

/**
 * What a work tree holds that is not committed.
 *
 * @param status what Git sees, the linked work trees below left out
 * @param operations what was begun and not ended, such as {@code merge}
 * @param hidden files with changes that Git was told not to look for
 * @param unseen what lies in the folders that the status names only as a whole
 */
record WorkTree(Status status, List<Operation> operations, List<String> hidden, Unseen unseen) {

    static final WorkTree NOTHING = new WorkTree(
            new Status(Optional.empty(), List.of(), List.of(), List.of()), List.of(), List.of(), Unseen.NOTHING);

    WorkTree {
        operations = List.copyOf(operations);
        hidden = List.copyOf(hidden);
    }

    /** The same with other precious files. */
    WorkTree with(List<String> precious) {
        Unseen other = new Unseen(unseen.nested(), precious, unseen.hollow(), unseen.passedBy(), unseen.notReached());
        return new WorkTree(status, operations, hidden, other);
    }

    /** Untracked paths, without the folders that hold only repositories of their own. */
    List<String> untracked() {
        return status.untracked().stream()
                .filter(path -> !unseen.hollow().contains(path))
                .toList();
    }
}
