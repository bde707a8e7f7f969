package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.store.InstalledSchedule;
import io.github.ddevbak.store.ScheduleFiring;
import java.util.List;
import java.util.Optional;

/** Says how the schedule fares. */
final class ScheduleStatusCommand extends Command {
    ScheduleStatusCommand(DdevbakCommand root) {
        super(
                root,
                "status",
                "Whether a schedule is installed, still as it was written, and starts its job; exits 1 where not.");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Schedules schedules = root.useCases.unattended().schedules();
        Optional<InstalledSchedule> installed = schedules.installed();
        Optional<ScheduleFiring> firing = schedules.firing();
        List<Finding> findings = schedules.findings(true);
        ExitCode code = installed.isPresent() && findings.isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
        if (console.json()) {
            console.document(Json.document("schedule")
                    .with("exitCode", code.number())
                    .with("installed", installed.isPresent())
                    .with("system", installed.map(InstalledSchedule::system).orElse(""))
                    .with("rhythm", installed.map(InstalledSchedule::rhythm).orElse(""))
                    .with(
                            "since",
                            installed.map(one -> one.installed().toString()).orElse(""))
                    .with("fired", firing.map(one -> one.at().toString()).orElse(""))
                    .with("findings", Json.findings(findings)));
            return code.number();
        }
        if (!console.quiet()) {
            console.line(installed
                    .map(one -> one.rhythm() + ", by " + one.system() + ", since " + one.installed() + ", into "
                            + Printable.text(one.destination()))
                    .orElse("No schedule is installed. Install one with 'ddevbak schedule install --daily 12:30'."));
            if (installed.isPresent()) {
                console.line(firing.map(one -> "Its job last began at " + one.at()
                                + (one.ran() ? "." : ", and is to be tried again: " + one.why()))
                        .orElse("Its job has not begun yet."));
                installed.flatMap(schedules::condition).ifPresent(console::line);
            }
        }
        findings.forEach(finding -> finding(console, finding));
        return code.number();
    }

    /** A finding that is about no run. */
    static void finding(Console console, Finding finding) {
        console.line(console.ink().word(finding.severity().word()) + " " + finding.sentence());
        if (!finding.hint().isEmpty()) {
            console.line("  → " + finding.hint());
        }
    }
}
