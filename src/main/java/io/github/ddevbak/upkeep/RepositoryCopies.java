package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.remote.CopiedSet;
import io.github.ddevbak.settings.Repository;
import java.util.List;
import java.util.Optional;

/**
 * What came of one repository.
 *
 * @param sets those that were tried
 * @param untried how many were not, because the repository could not be used any more
 * @param trouble why it could not be used
 */
public record RepositoryCopies(Repository repository, List<CopiedSet> sets, int untried, Optional<Finding> trouble) {
    public RepositoryCopies {
        sets = List.copyOf(sets);
    }
}
