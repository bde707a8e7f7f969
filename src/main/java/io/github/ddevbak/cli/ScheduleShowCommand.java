package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.store.InstalledSchedule;
import java.util.Map;
import java.util.Optional;

/** Prints what stands in the schedule's files. */
final class ScheduleShowCommand extends Command {
    ScheduleShowCommand(DdevbakCommand root) {
        super(root, "show", "Print what stands now in the crontab, the units or the property list.");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Schedules schedules = root.useCases.unattended().schedules();
        Optional<InstalledSchedule> installed = schedules.installed();
        Map<String, String> present = installed.map(schedules::present).orElse(Map.of());
        ExitCode code = installed.isPresent() ? ExitCode.OK : ExitCode.INCOMPLETE;
        if (console.json()) {
            console.document(Json.document("schedule")
                    .with("exitCode", code.number())
                    .with("installed", installed.isPresent())
                    .with("texts", present));
        } else if (installed.isEmpty()) {
            console.line("No schedule is installed. Install one with 'ddevbak schedule install --daily 12:30'.");
        } else {
            present.forEach((where, text) -> text(console, where, text));
        }
        return code.number();
    }

    static void text(Console console, String where, String text) {
        console.line("# " + Printable.text(where));
        text.lines().forEach(line -> console.line(Printable.text(line)));
        console.line("");
    }
}
