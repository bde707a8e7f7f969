package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Plan;
import io.github.ddevbak.backup.Step;
import io.github.ddevbak.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints a plan: the dry run. */
final class PlanPrinter {
    private PlanPrinter() {}

    static int print(Console console, Plan plan) {
        if (console.json()) {
            List<Map<String, Object>> steps = new ArrayList<>();
            for (Plan.ProjectPlan project : plan.projects()) {
                for (Step step : project.steps()) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("project", project.project().name().text());
                    fields.put("part", step.part().word());
                    fields.put("step", step.words());
                    steps.add(fields);
                }
            }
            console.document(Json.document("plan").with("steps", steps));
            return ExitCode.OK.number();
        }
        for (Plan.ProjectPlan project : plan.projects()) {
            console.line(console.ink().strong(project.project().name().text()) + "  "
                    + project.project().approot());
            project.steps().forEach(step -> console.line("  " + step.part().word() + ": " + step.words()));
        }
        console.line("Nothing was done (--dry-run).");
        return ExitCode.OK.number();
    }
}
