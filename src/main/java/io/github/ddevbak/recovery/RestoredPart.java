package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Severity;
import java.util.List;
import java.util.Map;

/**
 * What came of one part.
 *
 * @param part which
 * @param set the id of the set it came from
 * @param findings what is to be told; an error means that it is not back
 * @param facts for programs
 */
public record RestoredPart(Part part, String set, List<Finding> findings, Map<String, Object> facts) {
    public RestoredPart {
        findings = List.copyOf(findings);
        facts = Map.copyOf(facts);
    }

    public boolean ok() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
