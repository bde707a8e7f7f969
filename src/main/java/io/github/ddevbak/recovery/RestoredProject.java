package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of the restore of one project.
 *
 * @param plan what was to be done
 * @param before the id of the set with what was there before
 * @param parts those that were begun
 * @param findings about the whole
 * @param took wall time
 */
public record RestoredProject(
        RestorePlan plan, Optional<String> before, List<RestoredPart> parts, List<Finding> findings, Duration took) {
    public RestoredProject {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }
}
