package io.github.ddevbak.backup;

import io.github.ddevbak.git.GitCheck;
import io.github.ddevbak.git.GitReport;
import io.github.ddevbak.git.GitRescue;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Asks git whether it would give a project's code back. */
public final class CodePart {
    /** Fact: the ignored files that a restore needs, relative to the approot. */
    static final String PRECIOUS = "ignoredPrecious";

    private final GitCheck git;
    private final CodeRescue rescue;
    private final Clock clock;

    public CodePart(GitCheck git, GitRescue rescue, BooleanSupplier cancelled, Clock clock) {
        this.git = git;
        this.rescue = new CodeRescue(rescue, cancelled);
        this.clock = clock;
    }

    public PartRecord look(Project project, CodeWish wish) {
        long begin = clock.millis();
        Instant now = clock.instant();
        GitReport report = asked(project, wish, now);
        return new PartRecord(Part.CODE, report.state(), report.findings(), facts(report, now), clock.millis() - begin);
    }

    /**
     * The same, and what would be lost goes into the set.
     *
     * @param set the folder of the set in the making
     * @param limit the most bytes
     */
    public PartRecord save(Project project, CodeWish wish, Path set, long limit) {
        long begin = clock.millis();
        Instant now = clock.instant();
        GitReport report = asked(project, wish, now);
        Map<String, Object> facts = facts(report, now);
        List<Finding> findings = new ArrayList<>();
        try {
            CodeRescue.Saved saved = rescue.save(project, report, set.resolve("code"), set.resolve(".scratch"), limit);
            findings.addAll(saved.findings());
            if (!saved.facts().isEmpty()) {
                facts.put("rescued", saved.facts());
                facts.put("selfContained", saved.selfContained());
            }
        } catch (InterruptedIOException e) {
            findings.addAll(report.findings());
            findings.add(Finding.error("code.cancelled", "it was cancelled", "Run ddevbak again."));
        } catch (IOException e) {
            findings.addAll(report.findings());
            findings.add(Finding.error(
                    "code.not-rescued",
                    "what no remote has of '" + project.name() + "' could not be saved: "
                            + Printable.text(String.valueOf(e.getMessage())),
                    "Look at the free space and the rights of the destination, then run ddevbak again."));
        }
        return Outcomes.of(Part.CODE, PartState.OK, findings, facts, clock.millis() - begin);
    }

    private GitReport asked(Project project, CodeWish wish, Instant now) {
        return git.check(project.approot(), now, new GitCheck.Depth(wish.fetch(), wish.deep()));
    }

    private static Map<String, Object> facts(GitReport report, Instant now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        report.facts().toplevel().ifPresent(top -> facts.put("toplevel", top.toString()));
        report.facts().branch().ifPresent(branch -> facts.put("branch", branch));
        report.facts().head().ifPresent(head -> facts.put("head", head));
        facts.put("remotes", report.facts().remotes());
        facts.put("offDisk", report.facts().offDisk());
        facts.put("fetched", report.facts().fetched());
        report.facts().asOf().ifPresent(known -> {
            facts.put("asOf", known.when().toString());
            facts.put("asOfWords", known.words(now));
        });
        if (!report.facts().precious().isEmpty()) {
            facts.put(PRECIOUS, report.facts().precious());
        }
        report.facts().lastFetch().ifPresent(fetch -> facts.put("lastFetch", fetch.toString()));
        return facts;
    }

    /** What git says now and did not say then, as findings for a person: the doing of {@code ddev start}. */
    public List<Finding> changedSince(PartRecord before, Project project) {
        List<Finding> changed = new ArrayList<>();
        for (Finding now : git.check(project.approot(), clock.instant()).findings()) {
            boolean known = before.findings().stream()
                    .anyMatch(f -> f.code().equals(now.code()) && f.sentence().equals(now.sentence()));
            if (!known && (now.code().startsWith("code.unstaged") || now.code().startsWith("code.untracked"))) {
                changed.add(Finding.info(
                        "database.start-changed-tree",
                        "'ddev start' wrote into the working tree of '" + project.name() + "': " + now.sentence()));
            }
        }
        return changed;
    }
}
