package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.SetName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A wish of the user to copy sets off the machine.
 *
 * @param selection of which projects; where it names none, of ddev's global configuration too
 * @param set which sets; {@code latest}: of each project those that its newest good parts are in
 * @param repositories where to, each on its own
 * @param host what machine they are said to come from; empty for this one's name
 * @param workingDirectory where the user stands
 */
public record CopyRequest(
        Selection selection, SetName set, List<Repository> repositories, Optional<String> host, Path workingDirectory) {
    public CopyRequest {
        repositories = List.copyOf(repositories);
    }
}
