package io.github.ddevbak.recovery;

import java.util.List;
import java.util.Optional;

/**
 * Which sets are to be verified, and how much of them.
 *
 * @param projects names or globs; none: every project, and ddev's global configuration
 * @param excludes globs of names to leave out
 * @param set what the user calls the sets; empty: every set
 * @param sample how much is read in this run; empty: everything
 */
public record VerifyWish(
        List<String> projects, List<String> excludes, Optional<String> set, Optional<SampleShare> sample) {
    public VerifyWish {
        projects = List.copyOf(projects);
        excludes = List.copyOf(excludes);
    }
}
