package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.settings.Acceptances;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.settings.SettingsException;
import io.github.ddevbak.store.PartRecord;
import java.util.ArrayList;
import java.util.List;

/** Leaves out of a part's state the losses that the project's configuration accepts. */
final class Accepting {
    private static final String BROKEN = "usage.project-settings";

    private final ProjectSettings.Lookup settings;

    Accepting(ProjectSettings.Lookup settings) {
        this.settings = settings;
    }

    /** The outcome as it counts: what is accepted stays told. */
    PartRecord of(Project project, PartRecord part) {
        if (part.state() == PartState.SKIPPED) {
            return part;
        }
        try {
            return with(
                    part,
                    Acceptances.laidOver(
                            part.part(), part.findings(), settings.of(project).accept()));
        } catch (SettingsException e) {
            return broken(part, String.valueOf(e.getMessage()));
        }
    }

    private static PartRecord with(PartRecord part, List<Finding> findings) {
        boolean accepted = findings.stream().anyMatch(f -> !f.counts());
        boolean loses = findings.stream().anyMatch(f -> f.counts() && f.severity() == Severity.LOSS);
        PartState state = part.state() == PartState.AT_RISK && accepted && !loses ? PartState.OK : part.state();
        List<Finding> told = part.state() == PartState.FAILED ? withoutUnused(findings) : findings;
        return new PartRecord(part.part(), state, told, part.facts(), part.tookMillis());
    }

    /** A part that could not be looked at might well have had it. */
    private static List<Finding> withoutUnused(List<Finding> findings) {
        return findings.stream()
                .filter(f -> !f.code().equals(Acceptances.UNUSED))
                .toList();
    }

    /**
     * Nothing is accepted then. The part itself was looked at and saved, and is not thrown away for a typing error; the
     * code of the finding makes the run one of wrong usage.
     */
    private static PartRecord broken(PartRecord part, String why) {
        boolean matters =
                part.part() == Part.CODE || part.findings().stream().anyMatch(f -> f.severity() != Severity.INFO);
        boolean told = part.findings().stream().anyMatch(f -> f.code().equals(BROKEN));
        if (!matters || told) {
            return part;
        }
        List<Finding> findings = new ArrayList<>(part.findings());
        findings.add(Finding.warning(BROKEN, why, "Until then nothing is accepted, and the machine's settings hold."));
        return new PartRecord(part.part(), part.state(), findings, part.facts(), part.tookMillis());
    }
}
