package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.LocalSet;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.upkeep.Copies;
import io.github.ddevbak.upkeep.CopyRequest;
import io.github.ddevbak.upkeep.CopyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies sets into repositories off the machine. */
@Command(
        name = "copy",
        description = {
            CopyCommand.SUMMARY,
            "",
            "A repository is whatever restic speaks: a folder on another disk, sftp, rest, S3, B2, rclone. Write it into"
                    + " the configuration, its password into a file or behind a command:",
            "",
            "  copy: {after-all: true, repositories: [{name: nas, repository: \"sftp:nas:/backup\","
                    + " password-file: ~/.nas-password}]}",
            "",
            "RESTIC_* and AWS_* variables reach restic. A set is copied when restic lists every file of it.",
            ""
        })
final class CopyCommand implements Callable<Integer> {
    /** What the help says of it. */
    static final String SUMMARY = "Copy sets off this machine, into restic repositories, and see that they are there.";

    private final DdevbakCommand root;

    @Mixin
    StoredProjects projects = new StoredProjects();

    @Option(
            names = "--set",
            paramLabel = "SET",
            defaultValue = "latest",
            description =
                    "Which sets: a stamp, its beginning (2026 for a year), a day, or latest: those that the newest"
                            + " good parts are in.")
    String set = "latest";

    @Option(names = "--init", description = "Make the repositories, and copy nothing.")
    boolean init;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "What machine the sets are said to come from (default: this one's name).")
    @Nullable
    String host;

    @Mixin
    Repositories repositories = new Repositories();

    CopyCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        List<Repository> chosen = repositories.of(root.shell, configuration.copy());
        Copies copies = root.useCases.copies(configuration);
        CopyTold told = new CopyTold(console);
        if (init) {
            return init(copies, chosen, told);
        }
        CopyRequest request = request(configuration, chosen);
        List<LocalSet> sets = copies.choose(request);
        if (sets.isEmpty()) {
            throw new UsageException("there is no set '" + Printable.text(set) + "' to copy in "
                    + Printable.text(configuration.dest().toString()) + ". See all with 'ddevbak list'.");
        }
        if (root.options.dryRun) {
            return told.plan(sets, chosen);
        }
        CopyResult result = copies.copy(request, told);
        return told.result(result).number();
    }

    private int init(Copies copies, List<Repository> chosen, CopyTold told) {
        if (projects.given()) {
            throw new UsageException("--init makes repositories, and takes no project.");
        }
        Map<Repository, String> made = new LinkedHashMap<>();
        if (root.options.dryRun) {
            chosen.forEach(told::wouldInit);
        } else {
            chosen.forEach(repository -> made.put(repository, copies.init(repository)));
            told.made(made);
        }
        return ExitCode.OK.number();
    }

    private CopyRequest request(Configuration configuration, List<Repository> chosen) {
        if (!root.options.only.isEmpty()) {
            throw new UsageException("--only means nothing to copy, which takes sets as a whole: leave it out.");
        }
        SetName name = new SetName(set);
        if (!name.possible()) {
            throw new UsageException(
                    "'" + Printable.text(set) + "' names no set: write a stamp, its beginning, a day, or latest.");
        }
        return new CopyRequest(
                projects.selection(configuration),
                name,
                chosen,
                Optional.ofNullable(host),
                root.shell.workingDirectory());
    }
}
