package io.github.ddevbak.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about the hooks in DDEV projects. */
@Command(
        name = "hook",
        description = {
            HookCommand.SUMMARY,
            "",
            "The hook holds 'ddev stop' up no longer than its limit and never fails it; a snapshot that was not taken is"
                    + " told by the next ddevbak, by 'status' and by 'doctor'.",
            ""
        })
final class HookCommand implements Runnable {
    /** What the help says of it. */
    static final String SUMMARY =
            "Have ddev take a checked snapshot before it stops a project: install, remove, status.";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private HookCommand() {}

    static CommandLine line(DdevbakCommand root) {
        return new CommandLine(new HookCommand())
                .addSubcommand("install", new HookInstallCommand(root))
                .addSubcommand("remove", new HookRemoveCommand(root))
                .addSubcommand("status", new HookStatusCommand(root))
                .addSubcommand("run", new HookRunCommand(root));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what about the hook: install, remove or status");
    }
}
