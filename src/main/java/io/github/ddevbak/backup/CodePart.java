package io.github.ddevbak.backup;

import io.github.ddevbak.git.GitCheck;
import io.github.ddevbak.git.GitReport;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks git whether it would give a project's code back. */
public final class CodePart {
    /** Fact: the ignored files that a restore needs, relative to the approot. */
    static final String PRECIOUS = "ignoredPrecious";

    private final GitCheck git;
    private final Clock clock;

    public CodePart(GitCheck git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    public PartRecord look(Project project, CodeWish wish) {
        long begin = clock.millis();
        Instant now = clock.instant();
        GitReport report = git.check(project.approot(), now, new GitCheck.Depth(wish.fetch(), wish.deep()));
        Map<String, Object> facts = new LinkedHashMap<>();
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
        return new PartRecord(Part.CODE, report.state(), report.findings(), facts, clock.millis() - begin);
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
