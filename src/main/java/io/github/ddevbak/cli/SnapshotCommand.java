package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.SnapshotNames;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.Configuration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has ddev take a snapshot, and proves it. */
@Command(name = "snapshot", description = SnapshotCommand.SUMMARY)
final class SnapshotCommand implements Callable<Integer> {
    /** What the help says of it. */
    static final String SUMMARY =
            "Have ddev take a snapshot of a project's databases, and prove it; it stays with ddev.";

    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the snapshot (default: ddevbak-<time>).")
    @Nullable
    String name;

    SnapshotCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        if (name != null) {
            Optional<String> objection = SnapshotNames.objection(name);
            if (objection.isPresent()) {
                throw new UsageException(objection.get() + ".");
            }
        }
        Request request = new Request(
                "snapshot",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.DATABASE), false, true, Set.of()),
                root.shell.workingDirectory());
        Console console = new Console(root.shell, root.options);
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (root.options.dryRun) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        RunResult result = backups.snapshots(request, Optional.ofNullable(name), console.listener());
        ExitCode code = ExitCode.of(result);
        console.run(
                result,
                backups.record(result, code.number(), false, console.listener()),
                "snapshot",
                false,
                configuration.dest());
        return code.number();
    }
}
