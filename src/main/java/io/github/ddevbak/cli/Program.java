package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.DestinationException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/** The program as a function: words in, text out, a number back. */
public final class Program {
    /** Commands that tell it themselves, and words of those who want to hear nothing else. */
    private static final Set<String> TOLD_BY_ITSELF = Set.of(
            "all",
            "status",
            "doctor",
            "schedule",
            "hook",
            "notice",
            "demo",
            "completion",
            "manual",
            "-q",
            "--quiet",
            "-j",
            "--json",
            "-h",
            "--help",
            "-V",
            "--version");

    private final Shell shell;
    private final UseCases useCases;
    private final Clock clock;

    public Program(Shell shell, UseCases useCases, Clock clock) {
        this.shell = shell;
        this.useCases = useCases;
        this.clock = clock;
    }

    public int run(String... words) {
        DdevbakCommand root = new DdevbakCommand(shell, useCases, clock);
        CommandLine line = new Commands(root, List.of(words)).line();
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setUnmatchedOptionsArePositionalParams(false);
        boolean json =
                List.of(words).stream().anyMatch(word -> word.equals("--json") || word.matches("-[a-z]*j[a-z]*"));
        line.setParameterExceptionHandler(misunderstood(json));
        line.setExecutionExceptionHandler(failed(root, json));
        int code = line.execute(RestoreCommand.understood(words));
        root.clear();
        notice(List.of(words));
        return code;
    }

    /** A person at a terminal is told at the end of a command what went wrong while nobody looked. */
    private void notice(List<String> words) {
        boolean asked = words.stream().anyMatch(TOLD_BY_ITSELF::contains);
        if (!shell.errTerminal() || words.isEmpty() || asked) {
            return;
        }
        try {
            useCases.unattended()
                    .notice()
                    .forEach(finding -> shell.err().println("ddevbak: " + finding.sentence() + " " + finding.hint()));
        } catch (DestinationException unreadable) {
            shell.err().println("ddevbak: " + unreadable.getMessage());
        }
    }

    private IParameterExceptionHandler misunderstood(boolean json) {
        return (exception, words) -> {
            CommandLine command = exception.getCommandLine();
            StringBuilder sentence = new StringBuilder(Printable.text(String.valueOf(exception.getMessage())));
            if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
                List<String> near = unmatched.getSuggestions();
                if (!near.isEmpty()) {
                    sentence.append("; did you mean ")
                            .append(String.join(" or ", near))
                            .append('?');
                }
            }
            tell(json, new Failures.Told(ExitCode.USAGE, sentence.toString(), List.of()));
            shell.err().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE.number();
        };
    }

    private IExecutionExceptionHandler failed(DdevbakCommand root, boolean json) {
        return (exception, command, parsed) -> {
            root.clear();
            Failures.Told told = Failures.of(exception);
            tell(json, told);
            return told.code().number();
        };
    }

    private void tell(boolean json, Failures.Told told) {
        shell.err().println("ddevbak: " + told.sentence());
        told.trace().forEach(shell.err()::println);
        if (json) {
            shell.out().println(told.document().text());
        }
    }
}
