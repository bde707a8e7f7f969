package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.StoredSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a drill has done and found so far. */
final class DrillLog {
    private static final Set<String> NOBODYS_FAULT = Set.of(
            "database.cancelled",
            "database.not-compared",
            "database.not-restored",
            "database.snapshot-not-copied",
            "database.timed-out");

    private final List<DrillStep> steps = new ArrayList<>();
    private final List<Finding> bad = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void step(String what, Duration took, String words) {
        steps.add(new DrillStep(what, took, words));
    }

    /** Something of the set did not come back. */
    void bad(Finding finding) {
        bad.add(finding);
    }

    /** Something that says nothing about the set. */
    void tell(Finding finding) {
        findings.add(finding);
    }

    /** A trouble that is the set's, unless it is one that says nothing about it. */
    void judge(Finding trouble) {
        if (NOBODYS_FAULT.contains(trouble.code())) {
            tell(trouble);
        } else {
            bad(trouble);
        }
    }

    /** Whether going on makes no sense: the drill cannot be finished. */
    boolean ended() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    DrillResult result(StoredSet set, Duration took, boolean cancelled) {
        return new DrillResult(set, steps, bad, findings, took, cancelled);
    }
}
