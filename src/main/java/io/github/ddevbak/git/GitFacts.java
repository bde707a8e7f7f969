package io.github.ddevbak.git;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a project's repository, for the set and the verdict.
 *
 * @param toplevel top of the work tree; empty where there is no repository
 * @param branch the branch checked out; empty on a detached HEAD and before the first commit
 * @param head the commit checked out
 * @param remotes name to URL, without credentials, sorted by name
 * @param offDisk whether some remote is not on this machine and every commit that is on a remote is on such a one
 * @param lastFetch when Git last heard of its remotes; empty where it kept no trace
 */
public record GitFacts(
        Optional<Path> toplevel,
        Optional<String> branch,
        Optional<String> head,
        Map<String, String> remotes,
        boolean offDisk,
        Optional<Instant> lastFetch) {

    /** What is known where there is no repository, or none that can be read. */
    public static final GitFacts NONE =
            new GitFacts(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), false, Optional.empty());

    public GitFacts {
        remotes = Collections.unmodifiableSortedMap(new TreeMap<>(remotes));
    }
}
