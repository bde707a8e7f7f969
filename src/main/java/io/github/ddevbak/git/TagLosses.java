package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commits that only tags hold: pure. Git does not note which tags a remote has, so what is not proved counts as lost. */
final class TagLosses {
    private TagLosses() {}

    /**
     * One finding for all such tags.
     *
     * @param told commits that branches and heads hold, told already
     * @param cloned when the repository was cloned, where Git still knows
     */
    static Optional<Finding> of(History history, Set<String> told, Optional<Instant> cloned, CommitPhrases phrases) {
        List<String> names = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (History.Tag tag : history.tags()) {
            Set<String> held = history.unpushed().reachedBesides(told, List.of(tag.oid()));
            if (!held.isEmpty() && !cameWithClone(history, tag, cloned)) {
                names.add(tag.name());
                own.addAll(held);
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String sentence = phrases.commits(own) + " held only by " + Words.count(names.size(), "tag")
                + Words.names(names) + ", and nothing here shows that a remote has them" + phrases.oldest(own) + ".";
        return Optional.of(Finding.loss("code.unpushed-tag", sentence, PushHint.tags(history.remotes(), names.get(0))));
    }

    /** A tag older than the clone came with it, and counts as the remote's until that says otherwise. */
    private static boolean cameWithClone(History history, History.Tag tag, Optional<Instant> cloned) {
        return !history.allAsked()
                && Optional.ofNullable(history.unpushed().commits().get(tag.oid()))
                        .flatMap(commit -> cloned.map(when -> commit.time() < when.getEpochSecond()))
                        .orElse(false);
    }
}
