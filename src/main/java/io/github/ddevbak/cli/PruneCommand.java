package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.report.PruneJson;
import io.github.ddevbak.report.PruneText;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Preferences;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.upkeep.PruneRequest;
import io.github.ddevbak.upkeep.PruneResult;
import io.github.ddevbak.upkeep.Pruner;

/** Removes old sets by a policy. */
final class PruneCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Remove old sets: those that no rule of the policy keeps.";

    private final StoredProjects projects = new StoredProjects(declaration);

    private final KeepOptions keep = new KeepOptions(declaration);

    private final Flag snapshots = declaration.flag(
            "--snapshots",
            "Also the snapshots that 'ddevbak snapshot' left in .ddev/db_snapshots under names of its"
                    + " own, by the same policy; never one that you named, nor the newest.");

    private final Flag remote = declaration.flag(
            "--remote",
            "Remove from a repository off this machine instead, by the same policy and with the same"
                    + " guards; what each machine copied is decided on its own.");

    private final Repositories repositories = new Repositories(declaration);

    PruneCommand(DdevbakCommand root) {
        super(
                root,
                "prune",
                SUMMARY,
                "",
                "The rules are those of 'restic forget', for each project on its own; any one of them keeps a set. Without"
                        + " options, 'keep:' in the configuration holds (a project's own before the machine's), and prunes"
                        + " after 'ddevbak all' too. Naming a policy is consent: nothing is asked, what is removed is"
                        + " told; --dry-run says what would be, and why.",
                "",
                "Periods are those of the UTC calendar. Sets with a label (before-restore) are counted apart, and a set"
                        + " that lacks parts never takes the place of a fuller one, nor a failed one that of a good one.",
                "",
                "Never removed, whatever the policy: the newest set; of each part and each database the newest good copy;"
                        + " the newest set that verify and the newest that drill found good; everything of a project whose"
                        + " newest set is suspect, until 'ddevbak status --accept'; what ddevbak did not make.",
                "");
    }

    @Override
    public Integer call() {
        Configuration configuration =
                root.options.configuration(root.shell).preferring(Preferences.NONE.keeping(keep.policy()));
        Selection selection = projects.selection(configuration);
        if (root.options.only.given()) {
            throw new UsageException("--only means nothing to prune, which removes sets as a whole: leave it out.");
        }
        Console console = root.console();
        root.useCases.tidy(configuration, console.listener());
        Pruner pruner = root.useCases.pruner(configuration);
        PruneRequest request = new PruneRequest(
                projects.names.given() ? "prune " + String.join(" ", projects.names.all()) : "prune",
                selection,
                snapshots.given(),
                root.shell.workingDirectory());
        boolean dry = root.options.dryRun.given();
        if (remote.given()) {
            Repository repository = repositories.one(root.shell, configuration.copy());
            PruneResult result = root.useCases
                    .remotePruner(configuration)
                    .prune(request, repository, dry, new RemoteProgress(console, root.clock));
            ExitCode code = ExitCode.of(result).or(ExitCode.ofRemote(result.findings(), false));
            tell(console, result, code, configuration);
            return code.number();
        }
        PruneResult result = dry ? pruner.plan(request) : pruner.prune(request);
        ExitCode code = ExitCode.of(result);
        tell(console, result, code, configuration);
        return code.number();
    }

    private void tell(Console console, PruneResult result, ExitCode code, Configuration configuration) {
        boolean dry = root.options.dryRun.given();
        if (console.json()) {
            console.document(PruneJson.of(result, code.number(), dry, configuration.dest()));
        } else if (!console.quiet()) {
            PruneText text = new PruneText(console.ink(), dry || root.options.verbose.given(), console.columns());
            (dry ? text.plan(result) : text.done(result)).forEach(console::line);
        }
        findings(console, result);
    }

    /** Tells on standard error what did not go as asked. */
    static void findings(Console console, PruneResult result) {
        result.findings().forEach(console::tell);
    }
}
