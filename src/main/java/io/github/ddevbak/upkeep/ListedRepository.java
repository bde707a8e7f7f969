package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.settings.Repository;
import java.util.List;
import java.util.Optional;

/**
 * The sets that are in one repository.
 *
 * @param finding why it could not be asked
 */
public record ListedRepository(Repository repository, List<RemoteSnapshot> sets, Optional<Finding> finding) {
    public ListedRepository {
        sets = List.copyOf(sets);
    }
}
