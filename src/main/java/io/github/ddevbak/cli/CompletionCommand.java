package io.github.ddevbak.cli;

import io.github.ddevbak.cli.manual.BashCompletion;
import io.github.ddevbak.cli.manual.Outline;
import io.github.ddevbak.cli.manual.ZshCompletion;
import io.github.ddevbak.cli.option.Single;

/** Prints the completion of this command line for a shell. */
final class CompletionCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Print the completion of this command line for bash or zsh.";

    /** The shells there is a completion for. */
    enum ShellName {
        bash,
        zsh
    }

    private final Single<ShellName> shell = declaration.argument(ShellName.class, "SHELL", "bash or zsh.");

    CompletionCommand(DdevbakCommand root) {
        super(
                root,
                "completion",
                SUMMARY,
                "",
                "In ~/.bashrc: eval \"$(ddevbak completion bash)\"",
                "",
                "For zsh, in a folder of $fpath: ddevbak completion zsh > _ddevbak",
                "");
    }

    @Override
    public Integer call() {
        Outline outline = Outline.of(Commands.whole(root));
        String text = switch (shell.value()) {
            case bash -> BashCompletion.of(outline);
            case zsh -> ZshCompletion.of(outline);
        };
        root.console().text("completion", text);
        return ExitCode.OK.number();
    }
}
