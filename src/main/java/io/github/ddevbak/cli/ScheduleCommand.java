package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;

/** The commands about the schedule. */
final class ScheduleCommand implements Command {
    /** What the help says of it. */
    static final String SUMMARY = "Have cron, systemd or launchd start 'all': install, remove, status, show.";

    private final Declaration declaration = new Declaration(
            this,
            "schedule",
            SUMMARY,
            "",
            "A job that fires late or twice runs once, and one that finds Docker down waits and is tried again.",
            "");

    ScheduleCommand(DdevbakCommand root) {
        declaration.add(new ScheduleInstallCommand(root).declaration());
        declaration.add(new ScheduleRemoveCommand(root).declaration());
        declaration.add(new ScheduleStatusCommand(root).declaration());
        declaration.add(new ScheduleShowCommand(root).declaration());
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Integer call() {
        throw declaration.refusal("say what about the schedule: install, remove, status or show");
    }
}
