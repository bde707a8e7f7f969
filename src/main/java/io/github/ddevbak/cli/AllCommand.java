package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.PruneJson;
import io.github.ddevbak.report.PruneText;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Preferences;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.upkeep.PruneResult;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a set of every part of every project. */
@Command(
        name = "all",
        description = "Back up every part of every project, and judge each: the job for cron and launchd.")
final class AllCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(names = "--no-dump", description = "Do not dump databases as SQL.")
    boolean noDump;

    @Option(names = "--no-snapshot", description = "Have ddev take no snapshots.")
    boolean noSnapshot;

    @Option(
            names = "--copy-files",
            paramLabel = "WHEN",
            description = "Copy user files into the set: auto, always or never (default: auto, where no upstream is"
                    + " known and they are at most files.copy-max).")
    @Nullable
    String copyFiles;

    @Option(
            names = "--rehash",
            description = "Read every user file, also where size, times and inode say that it is unchanged.")
    boolean rehash;

    @Option(names = "--no-rescue", description = "Leave out of the set what no remote has of the code.")
    boolean noRescue;

    @Mixin
    RescueLimit limit = new RescueLimit();

    AllCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options
                .configuration(root.shell)
                .preferring(limit.preferences(false, noRescue).over(preferences()));
        boolean dump = configuration.dump() && !noDump;
        boolean snapshot = configuration.snapshot() && !noSnapshot;
        if (!dump && !snapshot && configuration.parts().contains(Part.DATABASE)) {
            throw new UsageException("neither a dump nor a snapshot would leave nothing of a database: use"
                    + " '--only code,config,files' if that is meant.");
        }
        boolean everything = projects.names.isEmpty() && configuration.folders().isEmpty();
        Request request = new Request(
                everything || projects.all
                        ? Request.EVERYTHING
                        : Request.EVERYTHING + " " + String.join(" ", projects.names),
                projects.selection(configuration, everything),
                new Wish(configuration.parts(), dump, snapshot, Set.of()).rehashing(rehash),
                root.shell.workingDirectory());
        Console console = new Console(root.shell, root.options);
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (root.options.dryRun) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        RunResult result = backups.sets(request, console.listener());
        ExitCode code = ExitCode.of(result);
        RunRecord record = backups.record(result, code.number(), true, console.listener());
        if (!console.json()) {
            console.run(result, record, "run", true, configuration.dest());
        }
        Optional<PruneResult> pruned = root.useCases.pruner(configuration).after(result);
        ExitCode both = pruned.map(ExitCode::of).map(code::or).orElse(code);
        if (console.json()) {
            console.document(PruneJson.after(Json.of(record), pruned, both.number()));
        }
        pruned.ifPresent(gone -> tell(gone, console));
        return both.number();
    }

    /** Old sets go last, once what is new is saved and told. */
    private static void tell(PruneResult gone, Console console) {
        if (!gone.removed().isEmpty() && !console.quiet()) {
            new PruneText(console.ink(), false, console.columns()).done(gone).forEach(console::aside);
        }
        PruneCommand.findings(console, gone);
    }

    private Preferences preferences() {
        return new Preferences(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                GlobalOptions.copyFiles("--copy-files", copyFiles),
                Optional.empty());
    }
}
