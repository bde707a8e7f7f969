package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of copying.
 *
 * @param repositories in the order in which they were tried
 * @param cancelled whether the user asked to stop
 */
public record CopyResult(List<RepositoryCopies> repositories, boolean cancelled) {
    public CopyResult {
        repositories = List.copyOf(repositories);
    }

    /** Everything that went wrong. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (RepositoryCopies one : repositories) {
            one.trouble().ifPresent(findings::add);
            one.sets().forEach(set -> set.finding().ifPresent(findings::add));
        }
        return findings;
    }
}
