package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.LocalSet;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.upkeep.Copies;
import io.github.ddevbak.upkeep.CopyRequest;
import io.github.ddevbak.upkeep.CopyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies sets into repositories off the machine. */
final class CopyCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Copy sets off this machine, into restic repositories, and see that they are there.";

    private final StoredProjects projects = new StoredProjects(declaration);

    private final Single<String> set = declaration.text(
            "--set",
            "SET",
            "Which sets: a stamp, its beginning (2026 for a year), a day, or latest: those that the newest"
                    + " good parts are in.");

    private final Flag init = declaration.flag("--init", "Make the repositories, and copy nothing.");

    private final Single<String> host = declaration.text(
            "--host", "NAME", "What machine the sets are said to come from (default: this one's name).");

    private final Repositories repositories = new Repositories(declaration);

    CopyCommand(DdevbakCommand root) {
        super(
                root,
                "copy",
                SUMMARY,
                "",
                "A repository is whatever restic speaks: a folder on another disk, sftp, rest, S3, B2, rclone. Write it into"
                        + " the configuration, its password into a file or behind a command:",
                "",
                "  copy: {after-all: true, repositories: [{name: nas, repository: \"sftp:nas:/backup\","
                        + " password-file: ~/.nas-password}]}",
                "",
                "RESTIC_*, AWS_* and B2_* variables reach restic, but not from a timer: there the keys come from an"
                        + " environment-file or environment-command of the repository. A set is copied when restic"
                        + " lists every file of it.",
                "");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        List<Repository> chosen = repositories.of(root.shell, configuration.copy());
        Copies copies = root.useCases.copies(configuration);
        CopyTold told = new CopyTold(console, root.clock);
        if (init.given()) {
            return init(copies, chosen, told);
        }
        CopyRequest request = request(configuration, chosen);
        List<LocalSet> sets = copies.choose(request);
        if (sets.isEmpty()) {
            throw new UsageException("there is no set '" + Printable.text(set.or("latest")) + "' to copy in "
                    + Printable.text(configuration.dest().toString()) + ". See all with 'ddevbak list'.");
        }
        if (root.options.dryRun.given()) {
            return told.plan(sets, chosen);
        }
        CopyResult result = copies.copy(request, told);
        return told.result(result).number();
    }

    private int init(Copies copies, List<Repository> chosen, CopyTold told) {
        if (projects.given()) {
            throw new UsageException("--init makes repositories, and takes no project.");
        }
        if (root.options.dryRun.given()) {
            chosen.forEach(told::wouldInit);
            return ExitCode.OK.number();
        }
        Map<Repository, String> made = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Repository repository : chosen) {
            try {
                made.put(repository, copies.init(repository));
            } catch (RemoteException trouble) {
                findings.add(trouble.finding());
            }
        }
        return told.made(made, findings).number();
    }

    private CopyRequest request(Configuration configuration, List<Repository> chosen) {
        if (root.options.only.given()) {
            throw new UsageException("--only means nothing to copy, which takes sets as a whole: leave it out.");
        }
        SetName name = set.said().map(SetName::new).orElse(SetName.NEWEST);
        if (!name.possible()) {
            throw new UsageException("'" + Printable.text(set.or("latest"))
                    + "' names no set: write a stamp, its beginning, a day, or latest.");
        }
        return new CopyRequest(
                projects.selection(configuration), name, chosen, host.said(), root.shell.workingDirectory());
    }
}
