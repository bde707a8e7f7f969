package io.github.ddevbak.git;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
 * @param precious ignored files that a restore needs, relative to the project's folder, with {@code /}
 * @param fetched whether every remote was asked for this look and answered
 * @param lastFetch when Git last heard of its remotes; empty where it kept no trace, and where they were asked
 * @param asOf how old the picture of the remotes is; empty where Git kept no trace
 */
public record GitFacts(
        Optional<Path> toplevel,
        Optional<String> branch,
        Optional<String> head,
        Map<String, String> remotes,
        boolean offDisk,
        List<String> precious,
        boolean fetched,
        Optional<Instant> lastFetch,
        Optional<AsOf> asOf) {

    /** What is known where there is no repository, or none that can be read. */
    public static final GitFacts NONE = new GitFacts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            false,
            List.of(),
            false,
            Optional.empty(),
            Optional.empty());

    public GitFacts {
        remotes = Collections.unmodifiableSortedMap(new TreeMap<>(remotes));
        precious = List.copyOf(precious);
    }
}
