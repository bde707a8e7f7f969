package io.github.ddevbak.cli;

import io.github.ddevbak.cli.manual.BashCompletion;
import io.github.ddevbak.cli.manual.Outline;
import io.github.ddevbak.cli.manual.ZshCompletion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the completion of this command line for a shell. */
@Command(
        name = "completion",
        description = {
            CompletionCommand.SUMMARY,
            "",
            "In ~/.bashrc: eval \"$(ddevbak completion bash)\"",
            "",
            "For zsh, in a folder of $fpath: ddevbak completion zsh > _ddevbak",
            ""
        })
final class CompletionCommand implements Callable<Integer> {
    /** What the help says of it. */
    static final String SUMMARY = "Print the completion of this command line for bash or zsh.";

    /** The shells there is a completion for. */
    enum ShellName {
        bash,
        zsh
    }

    private final DdevbakCommand root;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    ShellName shell = ShellName.bash;

    CompletionCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Outline outline = Outline.of(Commands.whole(root));
        String text = switch (shell) {
            case bash -> BashCompletion.of(outline);
            case zsh -> ZshCompletion.of(outline);
        };
        new Console(root.shell, root.options).text("completion", text);
        return ExitCode.OK.number();
    }
}
