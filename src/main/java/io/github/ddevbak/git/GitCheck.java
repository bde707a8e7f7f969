package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Would Git give the code back? Asks the local repository only, never a remote, and changes nothing. */
public final class GitCheck {
    /** Submodules of submodules are followed so deep. */
    private static final int DEPTH = 5;

    private final GitCli git;
    private final LayoutQuestion layouts;
    private final WorkTreeQuestions workTrees;
    private final WorktreeQuestions linked;
    private final HistoryQuestions histories;

    private final RemoteQuestions remotes;
    private final LfsQuestions lfs;

    /** The time-out is for each question to git. */
    public GitCheck(ProcessRunner runner, Duration timeout) {
        this(runner, timeout, new RemoteAccess(RemoteAccess.PATIENCE, Optional.empty()));
    }

    /** The access is for looks that ask the remotes. */
    public GitCheck(ProcessRunner runner, Duration timeout, RemoteAccess access) {
        git = new GitCli(runner, timeout);
        remotes = new RemoteQuestions(git, access);
        layouts = new LayoutQuestion(git);
        workTrees = new WorkTreeQuestions(git);
        linked = new WorktreeQuestions(git, layouts, workTrees);
        histories = new HistoryQuestions(git);
        lfs = new LfsQuestions(git);
    }

    /**
     * How far a look goes.
     *
     * @param fetch whether the remotes are asked; nothing is written into the repository for it
     * @param deep whether every object is read
     */
    public record Depth(boolean fetch, boolean deep) {
        /** What the local repository says of itself. */
        public static final Depth LOCAL = new Depth(false, false);
    }

    /** A look that asks no remote, as {@link #check(Path, Instant, Depth)}. */
    public GitReport check(Path approot, Instant now) {
        return check(approot, now, Depth.LOCAL);
    }

    /** Never throws for what it finds: what cannot be read is a finding of severity error. Ages are as of {@code now}. */
    public GitReport check(Path approot, Instant now, Depth wanted) {
        return check(approot, new Look(now, wanted, DEPTH, false));
    }

    /**
     * What holds for one look.
     *
     * @param depth that of submodules still to be followed
     * @param within whether the repository around the one looked at tracks the files of its folder
     */
    private record Look(Instant now, Depth wanted, int depth, boolean within) {
        Look below(boolean tracked) {
            return new Look(now, wanted, depth - 1, tracked);
        }
    }

    /** Its user may work meanwhile: what could not be read because it was just being written can be read now. */
    private GitReport check(Path approot, Look look) {
        try {
            return once(approot, look);
        } catch (UnansweredException first) {
            return first.maySucceed() ? again(approot, look) : GitReport.of(List.of(first.finding()), GitFacts.NONE);
        }
    }

    private GitReport again(Path approot, Look look) {
        try {
            return once(approot, look);
        } catch (UnansweredException second) {
            return GitReport.of(List.of(second.finding()), GitFacts.NONE);
        }
    }

    private GitReport once(Path approot, Look look) {
        try {
            Optional<Repository> repository = layouts.repository(approot);
            return repository.isPresent()
                    ? check(repository.get(), look)
                    : without(NoRepository.nowhere(approot), approot, look);
        } catch (InvalidPathException e) {
            return GitReport.of(List.of(unusableName(e)), GitFacts.NONE);
        }
    }

    /** Java cannot name a file whose name is not in the locale's encoding, such as under cron's LC_ALL=C. */
    private static Finding unusableName(InvalidPathException e) {
        return Finding.error(
                "code.unreadable",
                "The name " + e.getInput() + " cannot be used in this locale.",
                "run ddevbak with LC_ALL=C.UTF-8");
    }

    private GitReport check(Repository repository, Look look) {
        Layout layout = repository.layout();
        Instant now = look.now();
        Optional<Finding> borrowed = Alternates.finding(layout);
        if (borrowed.filter(finding -> finding.severity() == Severity.ERROR).isPresent()) {
            return GitReport.of(borrowed.stream().toList(), GitFacts.NONE);
        }
        Index index = new HiddenChanges(git).index(repository);
        List<Looked> below = new ArrayList<>();
        About submodules = submodules(layout, index.submodules(), look, below);
        if (submodules.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            // One that cannot be read makes git status of the whole fail, without its name.
            return GitReport.of(submodules.findings(), GitFacts.NONE, below, submodules.tops());
        }
        List<Path> notes = WorktreeQuestions.notes(layout);
        List<Path> places = notes.stream().map(WorktreeQuestions::place).toList();
        WorkTree tree = workTrees.look(layout, index, places);
        if (layout.inside() && index.size() == 0 && tree.status().changes().isEmpty()) {
            return without(NoRepository.passedOver(layout), layout.folder(), look);
        }
        List<Worktree> others =
                notes.stream().map(each -> linked.look(each, layout, places)).toList();
        History history =
                history(repository, tree.status().head(), others, Held.in(layout.gitDir(), notes), look.wanted());
        Lfs large = lfs.look(repository, history);
        Optional<AsOf> asOf = history.allAsked() ? Optional.of(new AsOf(AsOf.NOW, now)) : AsOf.of(layout);

        About findings = new About();
        findings.addAll(HistoryLosses.of(history, tree.status().head(), others, CloneTime.of(layout), now));
        findings.addAll(WorkTreeLosses.of(tree));
        WorkTreeLosses.dirtySubmodules(tree)
                .ifPresent(finding ->
                        findings.add(finding, tops(layout, tree.status().dirtySubmodules())));
        others.forEach(other -> findings.addAll(linked(other, look, below)));
        findings.addAll(submodules);
        findings.addAll(history.now().findings());
        findings.addAll(Rewound.of(history, now));
        findings.addAll(LfsLosses.of(large, history));
        if (history.tagged()) {
            findings.addAll(TagProof.of(history, TagRefs.ask(git, layout), CloneTime.of(layout)));
        }
        if (look.wanted().deep()) {
            DeepCheck.look(git, layout).ifPresent(findings::add);
        }
        findings.addAll(nested(tree.unseen(), look, below));
        findings.addAll(RemoteFindings.of(history, layout, asOf, now));
        findings.addAll(ForeignTracking.findings(history.foreign()));
        findings.addAll(Unfetched.findings(repository, history));
        findings.addAll(FolderFindings.of(
                repository, RemoteConfig.of(repository.config()).partialClone(), history.notesTold(), now));
        below.add(0, new Looked(layout, history, large, tree, others, look.within(), preciousFromTop(layout, tree)));
        return GitReport.of(findings.findings(), facts(layout, tree, history, asOf), below, findings.tops());
    }

    private About linked(Worktree worktree, Look look, List<Looked> below) {
        About findings = new About();
        findings.addAll(WorkTreeLosses.of(worktree));
        worktree.layout().ifPresent(layout -> {
            WorkTreeLosses.dirty(worktree)
                    .ifPresent(finding -> findings.add(
                            finding, tops(layout, worktree.tree().status().dirtySubmodules())));
            About inside = submodules(layout, worktree.submodules(), look, below);
            inside.addAll(nested(worktree.tree().unseen(), look, below));
            findings.addAll("In the linked work tree " + worktree.path() + ": ", inside);
        });
        return findings;
    }

    private static Set<Path> tops(Layout layout, List<String> submodules) {
        return submodules.stream().map(layout.toplevel()::resolve).collect(Collectors.toSet());
    }

    private static List<String> preciousFromTop(Layout layout, WorkTree tree) {
        return tree.unseen().precious().stream()
                .map(path -> layout.prefix() + path)
                .toList();
    }

    /** Where no repository holds the folder, those below it still may hold parts of it. */
    private GitReport without(Finding finding, Path folder, Look look) {
        List<Looked> below = new ArrayList<>();
        About findings = new About();
        findings.add(finding);
        findings.addAll(nested(FolderWalk.repositoriesBelow(folder), look, below));
        return GitReport.of(findings.findings(), GitFacts.NONE, below, findings.tops());
    }

    private About nested(Unseen unseen, Look look, List<Looked> below) {
        return look.depth() == 0
                ? NestedRepositories.tooDeep(unseen)
                : NestedRepositories.tell(
                        unseen,
                        nested -> remembered(nested.folder(), look.below(nested.kept() == Unseen.Kept.FILES), below));
    }

    private GitReport remembered(Path folder, Look look, List<Looked> below) {
        GitReport report = check(folder, look);
        below.addAll(report.looked());
        return report;
    }

    private About submodules(Layout layout, List<String> paths, Look look, List<Looked> below) {
        if (look.depth() == 0) {
            return new About();
        }
        Submodules submodules = new Submodules(git, folder -> remembered(folder, look.below(false), below));
        About findings = submodules.look(layout, paths);
        findings.addAll(new RemovedSubmodules(git).look(layout, paths, look.now()));
        return findings;
    }

    private History history(
            Repository repository, Optional<String> head, List<Worktree> others, Held held, Depth wanted) {
        Layout layout = repository.layout();
        RemoteConfig config = RemoteConfig.of(repository.config());
        // A partial clone lacks objects by design.
        if (head.isPresent() && !config.partialClone()) {
            workTrees.requireObjects(layout, head.get());
        }
        List<String> heads = new ArrayList<>(head.stream().toList());
        others.forEach(other -> heads.addAll(other.detachedAt().stream().toList()));
        List<Remote> configured = config.remotes(layout.toplevel());
        if (!wanted.fetch()) {
            History offline = histories.look(repository, configured, heads, held, RemotesNow.UNASKED);
            // Tags and other refs leave no note of being pushed; a repository on this machine is asked for them without
            // a network.
            RemotesNow near = offline.tagged() || offline.besides()
                    ? remotes.near(repository, config, configured)
                    : RemotesNow.UNASKED;
            return near.refs().isEmpty() ? offline : histories.look(repository, configured, heads, held, near);
        }
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            return histories.look(
                    repository, configured, heads, held, remotes.all(repository, config, configured, heads, temporary));
        } catch (IOException e) {
            throw new UnansweredException(Finding.error(
                    "code.no-answer",
                    "No remote can be asked, because no temporary folder can be made: " + e.getMessage(),
                    "make room in the folder for temporary files"));
        }
    }

    private static GitFacts facts(Layout layout, WorkTree tree, History history, Optional<AsOf> asOf) {
        return new GitFacts(
                Optional.of(layout.toplevel()),
                history.branch(),
                tree.status().head(),
                history.urls(),
                history.offDisk(),
                tree.unseen().precious(),
                history.allAsked(),
                asOf.filter(known -> !known.event().equals(AsOf.NOW)).map(AsOf::when),
                asOf);
    }
}
