package io.github.ddevbak.git;

import java.time.Instant;
import java.util.Set;

/** How many commits, and how old, in the words of a finding; where not all were read, no more is said than is known. */
final class CommitPhrases {
    private final CommitGraph graph;
    private final boolean capped;
    private final Instant now;

    CommitPhrases(History history, Instant now) {
        this.graph = history.unpushed();
        this.capped = history.capped();
        this.now = now;
    }

    /** Such as {@code 3 commits}. */
    String commits(Set<String> oids) {
        return (capped ? "at least " : "") + Words.count(oids.size(), "commit");
    }

    /** Such as {@code , the oldest 3 days old}. */
    String oldest(Set<String> oids) {
        return capped
                ? ""
                : graph.oldest(oids)
                        .map(when -> ", the oldest " + Words.age(when, now) + " old")
                        .orElse("");
    }
}
