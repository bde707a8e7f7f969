package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Selection;
import java.nio.file.Path;

/**
 * A wish of the user to remove old sets.
 *
 * @param command its words, for the lock and the run's record
 * @param selection of which projects; where it names none, of ddev's global configuration too
 * @param snapshots whether also the snapshots that {@code ddevbak snapshot} left with ddev
 * @param workingDirectory where the user stands
 */
public record PruneRequest(String command, Selection selection, boolean snapshots, Path workingDirectory) {
    boolean everything() {
        return selection.names().isEmpty() && selection.folders().isEmpty();
    }
}
