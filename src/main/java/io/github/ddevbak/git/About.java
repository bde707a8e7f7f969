package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings in their order, those about repositories below the one looked at with the tops of these. */
final class About {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding, Set<Path>> tops = new HashMap<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    void add(Finding finding, Set<Path> about) {
        findings.add(finding);
        tops.computeIfAbsent(finding, unused -> new HashSet<>()).addAll(about);
    }

    void addAll(About other) {
        findings.addAll(other.findings);
        other.tops.forEach((finding, about) ->
                tops.computeIfAbsent(finding, unused -> new HashSet<>()).addAll(about));
    }

    void addAll(List<Finding> others) {
        findings.addAll(others);
    }

    /** All of another place, which is named before each. */
    void addAll(String where, About other) {
        other.findings.forEach(finding -> {
            Finding there = new Finding(finding.severity(), finding.code(), where + finding.sentence(), finding.hint());
            add(there, other.tops.getOrDefault(finding, Set.of()));
        });
    }

    List<Finding> findings() {
        return findings;
    }

    Map<Finding, Set<Path>> tops() {
        return tops;
    }
}
