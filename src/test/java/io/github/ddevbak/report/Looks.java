package io.github.ddevbak.report;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.PartRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What git may have said of some projects. */
final class Looks {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");

    private Looks() {}

    static ProjectResult good(String name, String asOf, Finding... findings) {
        Map<String, Object> facts =
                asOf.isEmpty() ? Map.of("branch", "main") : Map.of("branch", "main", "asOfWords", asOf);
        return project(name, Verdict.RECOVERABLE, PartState.OK, facts, findings);
    }

    static ProjectResult atRisk(String name, Finding... findings) {
        return project(name, Verdict.AT_RISK, PartState.AT_RISK, Map.of("branch", "main"), findings);
    }

    static ProjectResult failed(String name, Finding... findings) {
        return project(name, Verdict.UNKNOWN, PartState.FAILED, Map.of(), findings);
    }

    private static ProjectResult project(
            String name, Verdict verdict, PartState state, Map<String, Object> facts, Finding... findings) {
        Project project = new Project(
                new ProjectName(name),
                Path.of("/projects", name),
                "php",
                "",
                ProjectStatus.UNKNOWN,
                Optional.empty(),
                false,
                List.of(),
                true);
        PartRecord code = new PartRecord(Part.CODE, state, List.of(findings), facts, 0);
        return new ProjectResult(
                project,
                Optional.empty(),
                List.of(code),
                new Judgement(verdict, Survives.MISTAKE, List.of()),
                Duration.ZERO);
    }

    static RunResult run(ProjectResult... projects) {
        return run(List.of(), projects);
    }

    static RunResult run(List<ProjectFinding> findings, ProjectResult... projects) {
        return new RunResult("git-check", NOW, NOW, Map.of(), findings, List.of(projects), false);
    }

    static RunResult cancelled(ProjectResult... projects) {
        return new RunResult("git-check", NOW, NOW, Map.of(), List.of(), List.of(projects), true);
    }
}
