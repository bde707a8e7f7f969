package io.github.ddevbak.cli;

import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.schedule.TimerSystem;
import java.util.List;

/** Removes the schedule. */
final class ScheduleRemoveCommand extends Command {
    ScheduleRemoveCommand(DdevbakCommand root) {
        super(root, "remove", "Remove the schedule: all that 'install' wrote, and nothing else.");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Schedules schedules = root.useCases.unattended().schedules();
        if (root.options.dryRun.given()) {
            schedules
                    .installed()
                    .ifPresent(
                            one -> one.texts().keySet().forEach(where -> console.aside("would be removed: " + where)));
            return ExitCode.OK.number();
        }
        List<String> removed =
                schedules.remove().stream().map(TimerSystem::word).toList();
        if (console.json()) {
            console.document(Json.document("schedule")
                    .with("exitCode", ExitCode.OK.number())
                    .with("removed", removed));
        } else if (!console.quiet()) {
            console.line(
                    removed.isEmpty() ? "There was no schedule." : "Removed from " + String.join(", ", removed) + ".");
        }
        return ExitCode.OK.number();
    }
}
