package io.github.ddevbak.report;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.SetSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sets of which only time, weight and goodness matter. */
final class Weighed {
    private Weighed() {}

    static SetSummary set(Instant created, long bytes, boolean good) {
        String id = created.toString().replaceAll("[-:]", "");
        return new SetSummary(
                new ProjectName("shop"),
                id,
                Path.of("/sets/projects/shop", id),
                new SetSummary.Figures(created, bytes, bytes / 2, good, "<recoverable>", "mistake"),
                Map.of(Part.DATABASE, PartState.OK),
                List.of());
    }
}
