package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.recovery.DrillResult;
import io.github.ddevbak.recovery.DrillStep;
import io.github.ddevbak.recovery.DrillWish;
import io.github.ddevbak.recovery.Drills;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves that a set can be restored. */
final class DrillCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Restore a set into a scratch DDEV project, compare, and delete the scratch project.";

    private final Single<String> project =
            declaration.optionalArgument("PROJECT", "Whose set; none: the project of the current folder.");

    private final Single<String> set = declaration.text(
            "--set", "SET", "A set's name, the beginning of it, a day, or latest: the newest with a good database.");

    private final Flag oldest =
            declaration.flag("--oldest-first", "The project whose last drill is the longest ago, for cron.");

    private final Flag snapshot = declaration.flag("--snapshot", "Try the snapshot too, in a second scratch project.");

    private final Flag noCode = declaration.flag("--no-code", "Do not clone the code.");

    DrillCommand(DdevbakCommand root) {
        super(root, "drill", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        if (oldest.given() && project.given()) {
            throw new UsageException("--oldest-first chooses the project itself: leave '"
                    + Printable.text(project.value()) + "' or --oldest-first out.");
        }
        DrillWish wish =
                new DrillWish(set.said().map(SetName::new).orElse(SetName.NEWEST), snapshot.given(), !noCode.given());
        Console console = root.console();
        Drills drills = root.useCases.drills(configuration);
        StoredSet chosen = oldest.given()
                ? drills.oldest(wish)
                : drills.choose(project.said(), wish, root.shell.workingDirectory());
        if (root.options.dryRun.given()) {
            return planned(console, chosen);
        }
        DrillResult result = drills.run(chosen, wish, console.progressOnly());
        ExitCode code = ExitCode.of(result);
        if (console.json()) {
            console.document(json(result, code));
        } else {
            tell(console, result);
        }
        return code.number();
    }

    private static int planned(Console console, StoredSet set) {
        if (console.json()) {
            console.document(Json.document("drill")
                    .with("exitCode", ExitCode.OK.number())
                    .with("dryRun", true)
                    .with("project", set.project().text())
                    .with("set", set.id()));
        } else {
            console.line("Would restore set " + set.id() + " of "
                    + set.project()
                    + " into a scratch project, compare, and delete that. Nothing was done (--dry-run).");
        }
        return ExitCode.OK.number();
    }

    private void tell(Console console, DrillResult result) {
        if (!console.quiet()) {
            console.line(console.ink().strong(result.set().project().text()) + "  set "
                    + result.set().id());
            int widest = result.steps().stream()
                    .mapToInt(step -> step.what().length())
                    .max()
                    .orElse(0);
            for (DrillStep step : result.steps()) {
                console.line(
                        "  " + step.what() + " ".repeat(widest - step.what().length()) + "  "
                                + padded(Sizes.took(step.took())) + "  " + step.words());
            }
        }
        result.bad().forEach(finding -> tell(console, finding));
        result.findings().forEach(finding -> tell(console, finding));
        String took = Sizes.took(result.took());
        if (result.good()) {
            if (!console.quiet()) {
                console.line("Set " + result.set().id() + " of " + result.set().project() + " comes back: it took "
                        + took + ".");
            }
        } else if (!result.bad().isEmpty()) {
            console.error("ddevbak: set " + result.set().id() + " of "
                    + result.set().project() + " does not come back as it is recorded.");
        } else if (result.cancelled()) {
            console.error("ddevbak: cancelled; the scratch project was deleted.");
        } else {
            console.error("ddevbak: the drill could not be finished; that says nothing about the set.");
        }
    }

    private static String padded(String text) {
        return " ".repeat(Math.max(0, 7 - text.length())) + text;
    }

    private static void tell(Console console, Finding finding) {
        switch (finding.severity()) {
            case INFO -> {
                if (!console.quiet()) {
                    console.line("  " + finding.sentence());
                }
            }
            default ->
                console.error(
                        "ddevbak: " + finding.severity().word() + ": " + finding.sentence() + " " + finding.hint());
        }
    }

    private static Json json(DrillResult result, ExitCode code) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (DrillStep step : result.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", step.what());
            one.put("tookMillis", step.took().toMillis());
            one.put("words", step.words());
            steps.add(one);
        }
        return Json.document("drill")
                .with("exitCode", code.number())
                .with("project", result.set().project().text())
                .with("set", result.set().id())
                .with("good", result.good())
                .with("finished", result.finished())
                .with("steps", steps)
                .with("bad", Json.findings(result.bad()))
                .with("findings", Json.findings(result.findings()))
                .with("tookMillis", result.took().toMillis());
    }
}
