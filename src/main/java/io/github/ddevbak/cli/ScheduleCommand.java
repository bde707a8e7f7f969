package io.github.ddevbak.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about the schedule. */
@Command(
        name = "schedule",
        description = {
            ScheduleCommand.SUMMARY,
            "",
            "A job that fires late or twice runs once, and one that finds Docker down waits and is tried again.",
            ""
        })
final class ScheduleCommand implements Runnable {
    /** What the help says of it. */
    static final String SUMMARY = "Have cron, systemd or launchd start 'all': install, remove, status, show.";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private ScheduleCommand() {}

    static CommandLine line(DdevbakCommand root) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand("install", new ScheduleInstallCommand(root))
                .addSubcommand("remove", new ScheduleRemoveCommand(root))
                .addSubcommand("status", new ScheduleStatusCommand(root))
                .addSubcommand("show", new ScheduleShowCommand(root));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what about the schedule: install, remove, status or show");
    }
}
