package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.recovery.RestorePlan;
import io.github.ddevbak.recovery.RestoreResult;
import io.github.ddevbak.recovery.RestoreStep;
import io.github.ddevbak.recovery.RestoredPart;
import io.github.ddevbak.recovery.RestoredProject;
import io.github.ddevbak.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a restore will do and what came of it. */
final class RestoreTold {
    private final Console console;

    RestoreTold(Console console) {
        this.console = console;
    }

    /** The dry run. */
    int plan(List<RestorePlan> plans) {
        if (console.json()) {
            console.document(Json.document("restore")
                    .with("exitCode", ExitCode.OK.number())
                    .with("dryRun", true)
                    .with("projects", plans.stream().map(RestoreTold::fields).toList()));
            return ExitCode.OK.number();
        }
        steps(plans);
        console.line("Nothing was done (--dry-run).");
        return ExitCode.OK.number();
    }

    void steps(List<RestorePlan> plans) {
        for (RestorePlan plan : plans) {
            console.line(console.ink().strong(plan.target().name().text()) + "  "
                    + Printable.text(plan.target().approot().toString()));
            plan.steps().forEach(step -> console.line("  " + step.kind() + ": " + step.words()));
        }
        if (plans.isEmpty()) {
            console.line("There is no set of any project, so there is nothing to put back.");
        }
    }

    /** The exit code. */
    int result(RestoreResult result) {
        ExitCode code = ExitCode.of(result);
        if (console.json()) {
            console.document(Json.document("restore")
                    .with("exitCode", code.number())
                    .with("dryRun", false)
                    .with(
                            "projects",
                            result.projects().stream().map(RestoreTold::fields).toList())
                    .with(
                            "findings",
                            Json.findings(result.findings().stream()
                                    .map(ProjectFinding::finding)
                                    .toList())));
            return code.number();
        }
        result.findings().forEach(finding -> finding(finding.finding()));
        result.projects().forEach(this::project);
        if (result.cancelled()) {
            console.error("ddevbak: cancelled; everything that was started was put back.");
        }
        return code.number();
    }

    private void project(RestoredProject project) {
        project.findings().forEach(this::finding);
        for (RestoredPart part : project.parts()) {
            part.findings().forEach(this::finding);
            console.line(project.plan().target().name() + ": " + part.part().word()
                    + (part.ok() ? " is back, from set " : " is not back as it was in set ") + part.set());
        }
        project.before()
                .ifPresent(
                        id -> console.line(project.plan().target().name() + ": what was there before is in set " + id));
    }

    private void finding(Finding finding) {
        if (finding.severity() == Severity.INFO) {
            if (!console.quiet()) {
                console.line(finding.sentence());
            }
            return;
        }
        console.error("ddevbak: " + finding.severity().word() + ": " + finding.sentence() + " " + finding.hint());
    }

    private static Map<String, Object> fields(RestorePlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", plan.target().name().text());
        fields.put("source", plan.source().text());
        fields.put("approot", plan.target().approot().toString());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (RestoreStep step : plan.steps()) {
            steps.add(Map.of("kind", step.kind(), "words", step.words()));
        }
        fields.put("steps", steps);
        return fields;
    }

    private static Map<String, Object> fields(RestoredProject project) {
        Map<String, Object> fields = fields(project.plan());
        fields.put("beforeRestore", project.before().orElse(""));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (RestoredPart part : project.parts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("part", part.part().word());
            one.put("set", part.set());
            one.put("back", part.ok());
            one.put("findings", Json.findings(part.findings()));
            one.put("facts", part.facts());
            parts.add(one);
        }
        fields.put("parts", parts);
        fields.put("findings", Json.findings(project.findings()));
        fields.put("tookMillis", project.took().toMillis());
        return fields;
    }
}
