package io.github.ddevbak.cli;

import io.github.ddevbak.files.Differences;
import io.github.ddevbak.files.Drift;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.report.DriftJson;
import io.github.ddevbak.report.DriftText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells how user files differ from a manifest, and what number that is.
 *
 * @param manifest what it is called
 * @param verifying whether the user wants what was recorded to be there; else only to know what is new
 * @param verbose whether to name files of which only the time differs
 */
record DriftTold(Console console, Project project, String manifest, boolean verifying, boolean verbose) {

    ExitCode tell(Differences differences) throws IOException {
        ExitCode code = code(differences);
        if (console.json()) {
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("exitCode", code.number());
            head.put("project", project.name().text());
            head.put("manifest", manifest);
            head.put("files", differences.totals().files());
            head.put("bytes", differences.totals().bytes());
            DriftJson.write(
                    console.out(),
                    verifying ? "files-verify" : "files-diff",
                    head,
                    differences,
                    differences.totals().findings());
            return code;
        }
        DriftText text = new DriftText(console.ink());
        Predicate<Drift> wanted = this::wanted;
        differences.each(difference -> {
            if (wanted.test(difference.drift())) {
                console.line(text.line(difference));
            }
        });
        complaints(differences);
        summary(differences, code);
        return code;
    }

    private ExitCode code(Differences differences) {
        boolean blind = differences.totals().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        if (blind || differences.count(Drift.UNREADABLE) > 0) {
            return ExitCode.INCOMPLETE;
        }
        if (verifying
                ? differences.totals().empty() || !differences.asRecorded()
                : differences.totals().unusable() > 0) {
            return ExitCode.SET_NOT_GOOD;
        }
        return differences.count(Drift.ROTTEN) > 0 ? ExitCode.LOSS : ExitCode.OK;
    }

    private boolean wanted(Drift drift) {
        if (drift == Drift.TOUCHED) {
            return verbose && !console.quiet();
        }
        boolean bad = verifying ? drift.fault() : drift == Drift.ROTTEN || drift == Drift.UNREADABLE;
        return bad || !console.quiet();
    }

    private void complaints(Differences differences) {
        Differences.Totals totals = differences.totals();
        totals.malformed().forEach(line -> console.error("ddevbak: " + manifest + ": " + Printable.text(line) + "."));
        for (Finding finding : totals.findings()) {
            if (finding.severity() != Severity.INFO || verbose) {
                console.error("ddevbak: " + finding.severity().word() + ": " + finding.sentence()
                        + (finding.hint().isEmpty() ? "" : " " + finding.hint()));
            }
        }
        if (totals.empty()) {
            console.error("ddevbak: " + manifest + " holds no line: nothing was recorded.");
        }
        long elsewhere = differences.count(Drift.REMOVED) + differences.count(Drift.MOVED);
        if (totals.recorded() > 0 && elsewhere == totals.recorded()) {
            console.error("ddevbak: not one of its " + DriftText.number(totals.recorded()) + " names is there below "
                    + Printable.text(project.approot().toString())
                    + ". Is the manifest of another project, or relative to another folder? Then say --root DIR.");
        }
        if (differences.count(Drift.ROTTEN) > 0) {
            console.error(
                    "ddevbak: what is rotten changed although nothing wrote it: the disk or the memory is failing."
                            + " Restore it from an older set or from upstream, and check the disk.");
        }
    }

    private void summary(Differences differences, ExitCode code) {
        if (console.quiet() && code == ExitCode.OK) {
            return;
        }
        Differences.Totals totals = differences.totals();
        String names = DriftText.number(totals.recorded()) + (totals.recorded() == 1 ? " name" : " names");
        String all = DriftText.counts(differences, drift -> true);
        String bad = DriftText.counts(differences, Drift::fault);
        String rest = DriftText.counts(differences, drift -> !drift.fault());
        String said;
        if (!verifying) {
            said = all.isEmpty()
                    ? "no difference in " + names
                    : all + ", " + DriftText.number(totals.same()) + " unchanged";
        } else if (bad.isEmpty()) {
            said = names + " re-read, "
                    + (totals.unusable() == 0 && !totals.empty() ? "all as recorded" : "no fault found in them")
                    + (rest.isEmpty() ? "" : " (" + rest + ")");
        } else {
            said = bad + " of " + names + (rest.isEmpty() ? "" : " (" + rest + ")");
        }
        String malformed =
                totals.unusable() == 0 ? "" : ", " + DriftText.number(totals.unusable()) + " malformed in the manifest";
        console.line(project.name() + " against " + manifest + ": " + said + malformed);
    }
}
