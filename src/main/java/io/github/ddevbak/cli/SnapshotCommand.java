package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.SnapshotNames;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.Configuration;
import java.util.Optional;
import java.util.Set;

/** Has ddev take a snapshot, and proves it. */
final class SnapshotCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Have ddev take a snapshot of a project's databases, and prove it; it stays with ddev.";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Single<String> name =
            declaration.text("--name", "NAME", "Name of the snapshot (default: ddevbak-<time>).");

    SnapshotCommand(DdevbakCommand root) {
        super(root, "snapshot", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        if (name.given()) {
            Optional<String> objection = SnapshotNames.objection(name.value());
            if (objection.isPresent()) {
                throw new UsageException(objection.get() + ".");
            }
        }
        Request request = new Request(
                "snapshot",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.DATABASE), false, true, Set.of()),
                root.shell.workingDirectory());
        Console console = root.console();
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (root.options.dryRun.given()) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        RunResult result = backups.snapshots(request, name.said(), console.listener());
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
