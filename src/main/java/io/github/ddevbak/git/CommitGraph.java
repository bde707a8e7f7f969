package io.github.ddevbak.git;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commits that no remote-tracking ref reaches, with their parents, from one answer of git.
 *
 * @param commits by object name; a parent that is not a key is on a remote
 */
record CommitGraph(Map<String, Commit> commits) {

    /** One commit; the time is the committer's, in seconds since 1970. */
    record Commit(long time, List<String> parents) {}

    CommitGraph {
        commits = Map.copyOf(commits);
    }

    /**
     * Reads {@code git rev-list --timestamp --parents}: time, commit, parents.
     *
     * @throws UnansweredException where a line is something else
     */
    static CommitGraph parse(String answer) {
        Map<String, Commit> commits = new HashMap<>();
        for (String line : answer.split("\n", -1)) {
            List<String> field = List.of(line.split(" ", -1));
            if (field.size() >= 2) {
                commits.put(field.get(1), new Commit(time(line, field.get(0)), field.subList(2, field.size())));
            }
        }
        return new CommitGraph(commits);
    }

    /** Seconds since 1970; git prints 0 for a date it cannot read. */
    static long time(String line, String seconds) {
        try {
            return Long.parseLong(seconds);
        } catch (NumberFormatException e) {
            throw UnansweredException.notUnderstood(line);
        }
    }

    /** The commits of this graph that the tips reach. */
    Set<String> reachedFrom(Collection<String> tips) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(tips);
        while (!open.isEmpty()) {
            String oid = open.pop();
            Commit commit = commits.get(oid);
            if (commit != null && reached.add(oid)) {
                open.addAll(commit.parents());
            }
        }
        return reached;
    }

    /** The commits of this graph that the tips reach and that are not among the others. */
    Set<String> reachedBesides(Set<String> others, Collection<String> tips) {
        Set<String> own = reachedFrom(tips);
        own.removeAll(others);
        return own;
    }

    /** When the oldest of these commits was made; empty where there is none. */
    Optional<Instant> oldest(Set<String> oids) {
        return oids.stream()
                .map(commits::get)
                .map(Commit::time)
                .min(Long::compare)
                .map(Instant::ofEpochSecond);
    }
}
