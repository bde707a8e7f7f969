package io.github.ddevbak.backup;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one project in a run.
 *
 * @param set the sealed set; empty where nothing could be sealed or none was asked for
 */
public record ProjectResult(
        Project project, Optional<StoredSet> set, List<PartRecord> parts, Judgement judgement, Duration took) {
    public ProjectResult {
        parts = List.copyOf(parts);
    }
}
