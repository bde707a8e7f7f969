package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import java.util.List;

/**
 * What a list tells.
 *
 * @param sets the whole ones, by project and newest first
 * @param broken folders that look like sets and are none
 */
public record Summaries(List<SetSummary> sets, List<Finding> broken) {
    public Summaries {
        sets = List.copyOf(sets);
        broken = List.copyOf(broken);
    }
}
