package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.util.List;
import java.util.Map;

/**
 * One part's outcome as kept in {@code set.json}.
 *
 * @param part which
 * @param state how it fared
 * @param findings what was found, in the order told
 * @param facts for programs, in a fixed order: texts, truth values, whole numbers (kept as Long), lists and maps of these
 * @param tookMillis milliseconds
 */
public record PartRecord(
        Part part, PartState state, List<Finding> findings, Map<String, Object> facts, long tookMillis) {
    public PartRecord {
        findings = List.copyOf(findings);
        facts = FactValues.copy(facts);
    }
}
