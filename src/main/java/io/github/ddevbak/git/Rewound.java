package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commits that a remote had at the last fetch and no longer has: pure. */
final class Rewound {
    private static final String REMOTES = "refs/remotes/";

    private final History history;
    private final Instant now;

    private Rewound(History history, Instant now) {
        this.history = history;
        this.now = now;
    }

    /**
     * A loss for each remote whose branches were set back; a warning for branches that it has no more, as is usual after
     * a merge that makes new commits of the old.
     */
    static List<Finding> of(History history, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Rewound rewound = new Rewound(history, now);
        for (Remote remote : history.remotes()) {
            RemoteRefs refs = history.now().refs().get(remote.name());
            if (refs != null) {
                rewound.tell(remote, refs, findings);
            }
        }
        return findings;
    }

    private void tell(Remote remote, RemoteRefs refs, List<Finding> findings) {
        Map<String, String> setBack = new LinkedHashMap<>();
        Map<String, String> gone = new LinkedHashMap<>();
        String beginning = REMOTES + remote.name() + "/";
        history.lost().tracking().forEach((ref, oid) -> {
            if (ref.startsWith(beginning)) {
                String branch = ref.substring(beginning.length());
                boolean there = refs.refs().containsKey(RefFiles.BRANCHES + branch);
                (there ? setBack : gone).put(branch, oid);
            }
        });
        String name = Invocation.quoted(remote.name());
        if (!setBack.isEmpty()) {
            String first = setBack.keySet().iterator().next();
            findings.add(Finding.loss(
                    "code.remote-rewound",
                    "Remote " + remote.name() + " was set back: it no longer has " + counted(setBack.values()) + " of "
                            + Words.count(setBack.size(), "branch") + Words.names(List.copyOf(setBack.keySet())) + ".",
                    keep(name, first) + "; or, where that was meant: git fetch " + name));
        }
        if (!gone.isEmpty()) {
            String first = gone.keySet().iterator().next();
            findings.add(Finding.warning(
                    "code.remote-branch-gone",
                    "Remote " + remote.name() + " no longer has " + Words.count(gone.size(), "branch")
                            + Words.names(List.copyOf(gone.keySet())) + ", nor " + counted(gone.values())
                            + " of them on any other.",
                    keep(name, first) + "; or, where they were merged: git fetch --prune " + name));
        }
    }

    private String counted(Collection<String> tips) {
        CommitGraph graph = history.lost().commits();
        Set<String> commits = new HashSet<>(graph.reachedFrom(tips));
        String oldest = graph.oldest(commits)
                .map(when -> " (the oldest " + Words.age(when, now) + " old)")
                .orElse("");
        return Words.count(commits.size(), "commit") + oldest;
    }

    private static String keep(String remote, String branch) {
        String name = Invocation.quoted("kept/" + branch);
        return "to keep them: git branch " + name + " " + Invocation.quoted(REMOTES) + remote + "/"
                + Invocation.quoted(branch) + " && git push " + remote + " " + name;
    }
}
