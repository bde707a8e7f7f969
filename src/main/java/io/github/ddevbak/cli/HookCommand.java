package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;

/** The commands about the hooks in DDEV projects. */
final class HookCommand implements Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Have ddev take a checked snapshot before it stops a project: install, remove, status.";

    private final Declaration declaration = new Declaration(
            this,
            "hook",
            SUMMARY,
            "",
            "The hook holds 'ddev stop' up no longer than its limit and never fails it; a snapshot that was not taken is"
                    + " told by the next ddevbak, by 'status' and by 'doctor'.",
            "");

    HookCommand(DdevbakCommand root) {
        declaration.add(new HookInstallCommand(root).declaration());
        declaration.add(new HookRemoveCommand(root).declaration());
        declaration.add(new HookStatusCommand(root).declaration());
        declaration.add(new HookRunCommand(root).declaration());
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Integer call() {
        throw declaration.refusal("say what about the hook: install, remove or status");
    }
}
