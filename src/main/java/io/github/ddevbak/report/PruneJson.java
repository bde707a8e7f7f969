package io.github.ddevbak.report;

import io.github.ddevbak.upkeep.PruneItem;
import io.github.ddevbak.upkeep.PrunePlan;
import io.github.ddevbak.upkeep.PruneResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was or would be removed, and why, for programs. Pure. */
public final class PruneJson {
    private PruneJson() {}

    /** The document {@code ddevbak/prune/1}. */
    public static Json of(PruneResult result, int exitCode, boolean dryRun, Path destination) {
        return Json.document("prune")
                .with("exitCode", exitCode)
                .with("dryRun", dryRun)
                .with("destination", destination.toString())
                .with("projects", projects(result))
                .with("removed", result.removed().size())
                .with(
                        "freedBytes",
                        dryRun
                                ? result.plans().stream()
                                        .mapToLong(PrunePlan::frees)
                                        .sum()
                                : result.freed())
                .with("findings", Json.findings(result.findings()));
    }

    /**
     * A run with what was removed after it, as {@code pruned}; without that field where no policy is configured.
     *
     * @param exitCode of both
     */
    public static Json after(Json run, Optional<PruneResult> pruned, int exitCode) {
        run.with("exitCode", exitCode);
        pruned.ifPresent(result -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("projects", projects(result));
            fields.put("removed", result.removed().size());
            fields.put("freedBytes", result.freed());
            fields.put("findings", Json.findings(result.findings()));
            run.with("pruned", fields);
        });
        return run;
    }

    /** What was decided of each project's sets and snapshots. */
    public static List<Map<String, Object>> projects(PruneResult result) {
        List<Map<String, Object>> projects = new ArrayList<>();
        for (PrunePlan plan : result.plans()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("project", plan.project().text());
            fields.put("global", plan.global());
            plan.policy().ifPresent(policy -> fields.put("policy", policy.rules()));
            fields.put("frees", plan.frees());
            fields.put("sets", items(plan, result, true));
            fields.put("snapshots", items(plan, result, false));
            projects.add(fields);
        }
        return projects;
    }

    private static List<Map<String, Object>> items(PrunePlan plan, PruneResult result, boolean sets) {
        Set<PruneItem> removed = Set.copyOf(result.removed());
        List<Map<String, Object>> items = new ArrayList<>();
        for (PruneItem item : plan.items()) {
            if (item.set().isPresent() == sets) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put(sets ? "set" : "snapshot", item.name());
                fields.put("keep", item.decision().keep());
                fields.put("removed", removed.contains(item));
                fields.put("reasons", item.decision().reasons());
                items.add(fields);
            }
        }
        return items;
    }
}
