package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.CodeWish;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.Configuration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks git whether it would give the code back. */
@Command(name = "git-check", description = GitCheckCommand.SUMMARY)
final class GitCheckCommand implements Callable<Integer> {
    /** What the help says of it. */
    static final String SUMMARY =
            "Would git give the code back? Asks the local repositories, and with --fetch their remotes;"
                    + " writes nothing into either. With --rescue, what no remote has goes into a set.";

    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(
            names = "--fetch",
            description = "Ask the remotes what they have now, instead of believing the last fetch. Never asks for a"
                    + " password; each remote has 30s, or what --timeout says.")
    boolean fetch;

    @Option(
            names = "--deep",
            description = "Read every object of the repositories too, with 'git fsck'; slow where they are large.")
    boolean deep;

    @Option(
            names = "--rescue",
            description = "Also make a set with what no remote has: commits, changes, untracked files.")
    boolean rescue;

    @Mixin
    RescueLimit limit = new RescueLimit();

    GitCheckCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration =
                root.options.configuration(root.shell).preferring(limit.preferences(rescue, false));
        Request request = new Request(
                "git-check",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.CODE), false, false, Set.of(), new CodeWish(fetch, deep)),
                root.shell.workingDirectory());
        Console console = new Console(root.shell, root.options);
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        backups.tidy(console.listener());
        if (rescue) {
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
