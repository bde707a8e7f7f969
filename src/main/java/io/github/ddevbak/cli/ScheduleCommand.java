package io.github.ddevbak.cli;

import java.util.List;

/** The commands about the schedule. */
final class ScheduleCommand {
    /** What the help says of it. */
    static final String SUMMARY = "Have cron, systemd or launchd start 'all': install, remove, status, show.";

    private ScheduleCommand() {}

    static Command of(DdevbakCommand root) {
        return new CommandGroup(
                root,
                "say what about the schedule: install, remove, status or show",
                List.of(
                        new ScheduleInstallCommand(root),
                        new ScheduleRemoveCommand(root),
                        new ScheduleStatusCommand(root),
                        new ScheduleShowCommand(root)),
                "schedule",
                SUMMARY,
                "",
                "A job that fires late or twice runs once, and one that finds Docker down waits and is tried again.",
                "");
    }
}
