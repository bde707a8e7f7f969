package io.github.ddevbak.store;

import java.util.List;

/**
 * One project's line of a run.
 *
 * @param project its name
 * @param approot its folder
 * @param set the set's id; empty where none was sealed
 * @param manifestSha256 of the set as sealed; empty where none was
 * @param verdict the worst of the parts
 * @param survives {@code nothing}, {@code mistake} or {@code disk}
 * @param parts every part's outcome
 * @param bytes what the set's artefacts weigh
 * @param tookMillis milliseconds
 */
public record RunProject(
        String project,
        String approot,
        String set,
        String manifestSha256,
        String verdict,
        String survives,
        List<PartRecord> parts,
        long bytes,
        long tookMillis) {
    public RunProject {
        parts = List.copyOf(parts);
    }
}
