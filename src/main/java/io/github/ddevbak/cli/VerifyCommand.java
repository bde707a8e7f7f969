package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.recovery.NoSuchSetException;
import io.github.ddevbak.recovery.SampleShare;
import io.github.ddevbak.recovery.Verifier;
import io.github.ddevbak.recovery.VerifyResult;
import io.github.ddevbak.recovery.VerifyWish;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.SealedFolder;
import java.util.List;
import java.util.Optional;

/** Re-reads sets and says of each whether it is still what was sealed. */
final class VerifyCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Read sets again: every checksum, missing and extra files, every dump, snapshot, archive and bundle to its end.";

    private final Several<String> names = declaration.arguments("PROJECT", "Names or globs; none: every project.");

    private final Flag all = declaration.flag("-a, --all", "Every project, which is what no name means, too.");

    private final Single<String> set =
            declaration.text("--set", "NAME", "Only these sets: latest, a stamp, its beginning, a day.");

    private final Single<String> sample = declaration.text(
            "--sample",
            "SHARE",
            "Read only so much now, and the rest in later runs: 10%% of each set, which is all of it in ten runs,",
            "or 2G of all sets together. What was not read for the longest time comes first.");

    private final Flag remote = declaration.flag(
            "--remote",
            "Read the repositories off this machine again instead, with 'restic check': all of them,",
            "or with --sample 10%% a tenth, which is all of it in ten runs.");

    private final Repositories repositories = new Repositories(declaration);

    VerifyCommand(DdevbakCommand root) {
        super(root, "verify", SUMMARY, "");
        declaration.footer(
                "",
                "A set is named by its stamp, the beginning of it, a day (2026-11-22, in UTC)",
                "or latest. Without --set every set of the projects is read, without PROJECT",
                "those of every project and of ddev's global configuration.",
                "Exits 0 where all that was read is good, 4 where a set is not, whatever the",
                "verdicts in it say, 1 where something could not be looked at.");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        if (remote.given()) {
            return remote(configuration);
        }
        VerifyWish wish = wish(configuration);
        Console console = root.console();
        Verifier verifier = root.useCases.verifier(configuration);
        VerifyTold told =
                new VerifyTold(console, configuration.dest(), wish.sample().isPresent(), root.clock);
        List<SealedFolder> sets = chosen(verifier, wish);
        if (root.options.dryRun.given()) {
            return told.plan(sets).number();
        }
        VerifyResult result = verifier.verify(sets, wish.sample(), told);
        return told.tell(result).number();
    }

    private int remote(Configuration configuration) {
        if (names.given() || set.given() || all.given()) {
            throw new UsageException("verify --remote reads whole repositories: leave projects and --set out.");
        }
        Console console = root.console();
        RemoteTold told = new RemoteTold(console, root.clock);
        List<Repository> chosen = repositories.of(root.shell, configuration.copy());
        if (root.options.dryRun.given()) {
            return told.wouldCheck(chosen).number();
        }
        RemoteProgress progress = new RemoteProgress(console, root.clock);
        return told.checked(root.useCases.remotes(configuration).check(chosen, turns(), progress))
                .number();
    }

    private int turns() {
        Optional<SampleShare> share = share();
        if (share.isPresent() && share.get().perMille() == 0) {
            throw new UsageException("verify --remote takes a share for --sample, such as 10%, and no size.");
        }
        // restic 0.14 knows 256 shares at most.
        return Math.min(
                256,
                share.map(part -> (999 + part.perMille()) / part.perMille()).orElse(1));
    }

    private static List<SealedFolder> chosen(Verifier verifier, VerifyWish wish) {
        try {
            return verifier.choose(wish);
        } catch (NoSuchSetException nothing) {
            throw new UsageException(String.valueOf(nothing.getMessage()));
        }
    }

    private VerifyWish wish(Configuration configuration) {
        if (all.given() && names.given()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        if (root.options.only.given()) {
            throw new UsageException("verify reads whole sets: leave --only out.");
        }
        return new VerifyWish(names.all(), configuration.exclude(), set.said(), share());
    }

    private Optional<SampleShare> share() {
        if (!sample.given()) {
            return Optional.empty();
        }
        if (!sample.value().endsWith("%")) {
            return GlobalOptions.size("--sample", sample.value()).map(SampleShare::ofBytes);
        }
        Optional<SampleShare> percent = SampleShare.percent(sample.value());
        if (percent.isEmpty()) {
            throw new UsageException("'" + Printable.text(sample.value())
                    + "' is no share for --sample: write 10% (0.1% to 100%) or a size such as 2G.");
        }
        return percent;
    }
}
