package io.github.ddevbak.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's own name: its options hold for every command. */
@Command(
        name = "ddevbak",
        description = {"Checked backups of every DDEV project, and the truth about each: could you get it back?", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        footer = {
            "",
            "Exit codes: 0 good, 1 incomplete, 2 usage, 3 something would be lost, 4 a check failed,",
            "5 stale, 10 environment missing, 11 another run, 12 wrong credentials,",
            "75 try again later, 130/143 interrupted."
        })
public final class DdevbakCommand implements Runnable {
    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    final Shell shell;
    final UseCases useCases;
    final Clock clock;

    DdevbakCommand(Shell shell, UseCases useCases, Clock clock) {
        this.shell = shell;
        this.useCases = useCases;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: 'ddevbak all' backs up every project; see 'ddevbak --help'");
    }
}
