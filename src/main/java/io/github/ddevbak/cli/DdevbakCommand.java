package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The program's own name: its options hold for every command. */
public final class DdevbakCommand implements Callable<Integer> {
    final Declaration declaration = Declaration.program(
                    this,
                    "ddevbak",
                    Version::sentence,
                    "Checked backups of every DDEV project, and the truth about each: could you get it back?",
                    "")
            .footer(
                    "",
                    "Exit codes: 0 good, 1 incomplete, 2 usage, 3 something would be lost, 4 a check failed,",
                    "5 stale, 10 environment missing, 11 another run, 12 wrong credentials,",
                    "75 try again later, 130/143 interrupted.");

    final GlobalOptions options = new GlobalOptions(declaration);

    final Shell shell;
    final UseCases useCases;
    final Clock clock;

    private Optional<Console> console = Optional.empty();

    DdevbakCommand(Shell shell, UseCases useCases, Clock clock) {
        this.shell = shell;
        this.useCases = useCases;
        this.clock = clock;
    }

    /** What the command at hand tells through; its options are known. */
    Console console() {
        Console one = console.orElseGet(() -> new Console(shell, options));
        console = Optional.of(one);
        return one;
    }

    /** Takes away what still says that something is being done. */
    void clear() {
        console.ifPresent(one -> one.progress().clear());
    }

    @Override
    public Integer call() {
        throw declaration.refusal("say what to do: 'ddevbak all' backs up every project; see 'ddevbak --help'");
    }
}
