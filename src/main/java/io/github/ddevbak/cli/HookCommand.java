package io.github.ddevbak.cli;

import java.util.List;

/** The commands about the hooks in DDEV projects. */
final class HookCommand {
    /** What the help says of it. */
    static final String SUMMARY =
            "Have ddev take a checked snapshot before it stops a project: install, remove, status.";

    private HookCommand() {}

    static Command of(DdevbakCommand root) {
        return new CommandGroup(
                root,
                "say what about the hook: install, remove or status",
                List.of(
                        new HookInstallCommand(root),
                        new HookRemoveCommand(root),
                        new HookStatusCommand(root),
                        new HookRunCommand(root)),
                "hook",
                SUMMARY,
                "",
                "The hook holds 'ddev stop' up no longer than its limit and never fails it; a snapshot that was not taken is"
                        + " told by the next ddevbak, by 'status' and by 'doctor'.",
                "");
    }
}
