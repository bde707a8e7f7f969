package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one project's sets and snapshots.
 *
 * @param global whether it is ddev's global configuration and no project
 * @param policy empty where nobody says what may go: then nothing does
 * @param items newest first, the sets before the snapshots
 * @param frees bytes that the disk gets back
 * @param findings why not everything that was asked for is planned
 */
public record PrunePlan(
        ProjectName project,
        boolean global,
        Optional<KeepPolicy> policy,
        List<PruneItem> items,
        long frees,
        List<Finding> findings) {
    public PrunePlan {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    /** What goes, the oldest first: a prune that is cut short leaves the newer ones. */
    public List<PruneItem> going() {
        List<PruneItem> going = new ArrayList<>(
                items.stream().filter(item -> !item.decision().keep()).toList());
        Collections.reverse(going);
        return going;
    }

    /** The sets that stay, newest first. */
    List<StoredSet> staying() {
        return items.stream()
                .filter(item -> item.decision().keep())
                .flatMap(item -> item.set().stream())
                .toList();
    }
}
