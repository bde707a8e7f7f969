package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.CodeWish;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.Configuration;
import java.util.Set;

/** Asks git whether it would give the code back. */
final class GitCheckCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Would git give the code back? Asks the local repositories, and with --fetch their remotes;"
                    + " writes nothing into either. With --rescue, what no remote has goes into a set.";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Flag fetch = declaration.flag(
            "--fetch",
            "Ask the remotes what they have now, instead of believing the last fetch. Never asks for a"
                    + " password; each remote has 30s, or what --timeout says.");

    private final Flag deep = declaration.flag(
            "--deep", "Read every object of the repositories too, with 'git fsck'; slow where they are large.");

    private final Flag rescue =
            declaration.flag("--rescue", "Also make a set with what no remote has: commits, changes, untracked files.");

    private final RescueLimit limit = new RescueLimit(declaration);

    GitCheckCommand(DdevbakCommand root) {
        super(root, "git-check", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration =
                root.options.configuration(root.shell).preferring(limit.preferences(rescue.given(), false));
        Request request = new Request(
                "git-check",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.CODE), false, false, Set.of(), new CodeWish(fetch.given(), deep.given())),
                root.shell.workingDirectory());
        Console console = root.console();
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        backups.tidy(console.listener());
        if (rescue.given()) {
            return told(console, configuration, backups, backups.rescue(request, console.listener()));
        }
        RunResult result = backups.gitCheck(request, console.progressOnly());
        ExitCode code = ExitCode.of(result);
        console.gitCheck(result, backups.record(result, code.number(), false, console.listener()));
        return code.number();
    }

    private static int told(Console console, Configuration configuration, Backups backups, RunResult result) {
        ExitCode code = ExitCode.of(result);
        console.run(
                result,
                backups.record(result, code.number(), false, console.listener()),
                "git-check",
                true,
                configuration.dest());
        return code.number();
    }
}
