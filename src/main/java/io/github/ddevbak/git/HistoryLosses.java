package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which commits would be lost: pure, facts in, findings out. */
final class HistoryLosses {
    /** So many branches are told one by one; the others together. */
    private static final int ONE_BY_ONE = 20;

    private final History history;
    private final CommitGraph graph;
    private final Instant now;
    private final CommitPhrases phrases;
    private final List<Finding> findings = new ArrayList<>();

    private HistoryLosses(History history, Instant now) {
        this.history = history;
        this.graph = history.unpushed();
        this.now = now;
        this.phrases = new CommitPhrases(history, now);
    }

    /**
     * What the history alone would lose.
     *
     * @param head the commit checked out; empty where there is none
     * @param worktrees the linked work trees with a detached HEAD
     * @param cloned when the repository was cloned, where Git still knows
     */
    static List<Finding> of(
            History history, Optional<String> head, List<Worktree> worktrees, Optional<Instant> cloned, Instant now) {
        HistoryLosses losses = new HistoryLosses(history, now);
        if (head.isEmpty() && !history.refs().branches().isEmpty()) {
            losses.findings.add(Finding.info(
                    "code.unborn-branch",
                    "The branch checked out has no commit yet; "
                            + Words.count(history.refs().branches().size(), "other branch") + " "
                            + (history.refs().branches().size() == 1 ? "has." : "have.")));
        }
        if (head.isEmpty() && history.refs().branches().isEmpty()) {
            losses.loss("no-commit", "The repository has no commit yet.", "git add . && git commit");
        }
        losses.remotes();
        Set<String> onBranches = losses.branches();
        if (history.branch().isEmpty()) {
            head.ifPresent(commit -> losses.detached(commit, onBranches));
        }
        worktrees.forEach(worktree -> losses.worktree(worktree, onBranches));
        losses.tags(heads(head, worktrees), onBranches, cloned);
        losses.stashes();
        Set<String> told = new HashSet<>(onBranches);
        told.addAll(losses.graph.reachedFrom(heads(head, worktrees)));
        losses.held(told);
        told.addAll(losses.graph.reachedFrom(history.held().all()));
        history.tags().forEach(tag -> told.addAll(losses.graph.reachedFrom(List.of(tag.oid()))));
        losses.others(told);
        return losses.findings;
    }

    private void remotes() {
        if (history.remotes().isEmpty()) {
            int branches = history.refs().branches().size();
            String counted = phrases.commits(graph.commits().keySet()) + " on " + Words.count(branches, "branch");
            loss(
                    "no-remote",
                    "No remote is configured" + (branches == 0 ? "." : ": " + counted + ", only on this disk."),
                    "git remote add origin URL && git push --all origin && git push --tags origin");
        }
    }

    /** Tells the branches with commits of their own, and answers with all those commits. */
    private Set<String> branches() {
        Set<String> held = new HashSet<>();
        List<Refs.Branch> unpushed = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Refs.Branch branch : history.refs().branches()) {
            if (graph.commits().containsKey(branch.oid())) {
                unpushed.add(branch);
                held.addAll(graph.reachedFrom(List.of(branch.oid())));
            } else if (branch.upstream().isEmpty()) {
                without.add(branch.name());
            }
        }
        if (history.provable()) {
            unpushed.stream().limit(ONE_BY_ONE).forEach(this::unpushed);
            others(unpushed.stream().skip(ONE_BY_ONE).map(Refs.Branch::name).toList());
            withoutUpstream(without);
        }
        return held;
    }

    private void unpushed(Refs.Branch branch) {
        Set<String> own = graph.reachedFrom(List.of(branch.oid()));
        loss(
                "unpushed-branch",
                "Branch " + branch.name() + " has " + phrases.commits(own) + " that no remote has" + phrases.oldest(own)
                        + ".",
                PushHint.of(branch, history.remotes()));
    }

    private void others(List<String> names) {
        if (!names.isEmpty()) {
            loss(
                    "unpushed-branch",
                    "And " + names.size() + " more branches have commits that no remote has" + Words.names(names) + ".",
                    "git push --all " + PushHint.remote(history.remotes(), ""));
        }
    }

    private void withoutUpstream(List<String> names) {
        if (!names.isEmpty()) {
            findings.add(Finding.info(
                    "code.branch-without-upstream",
                    Words.count(names.size(), "branch") + " without an upstream, whose commits are on a remote"
                            + Words.names(names) + "."));
        }
    }

    private void detached(String head, Set<String> onBranches) {
        if (!graph.commits().containsKey(head)) {
            if (history.provable()) {
                findings.add(Finding.info(
                        "code.detached-head-pushed", "HEAD is detached, at a commit that is on a remote."));
            }
            return;
        }
        Set<String> own = graph.reachedBesides(onBranches, List.of(head));
        if (!own.isEmpty()) {
            loss(
                    "detached-head",
                    "HEAD is detached and has " + phrases.commits(own) + " that no branch and no remote has"
                            + phrases.oldest(own) + ".",
                    "git switch -c NAME && git push -u " + PushHint.remote(history.remotes(), "") + " NAME");
        }
    }

    private void worktree(Worktree worktree, Set<String> onBranches) {
        Set<String> own =
                graph.reachedBesides(onBranches, worktree.detachedAt().stream().toList());
        if (!own.isEmpty()) {
            loss(
                    "worktree-detached",
                    "The linked work tree " + worktree.path() + " has " + phrases.commits(own)
                            + " that no branch and no remote has" + phrases.oldest(own) + ".",
                    "git branch NAME " + worktree.detachedAt().orElse("") + " && git push -u "
                            + PushHint.remote(history.remotes(), "") + " NAME");
        }
    }

    private static List<String> heads(Optional<String> head, List<Worktree> worktrees) {
        List<String> heads = new ArrayList<>(head.stream().toList());
        worktrees.forEach(
                worktree -> heads.addAll(worktree.detachedAt().stream().toList()));
        return heads;
    }

    private void tags(List<String> heads, Set<String> onBranches, Optional<Instant> cloned) {
        Set<String> told = new HashSet<>(onBranches);
        told.addAll(graph.reachedFrom(heads));
        if (history.provable()) {
            TagLosses.of(history, told, cloned, phrases).ifPresent(findings::add);
        }
    }

    private void stashes() {
        List<History.Stash> stashes = history.stashes();
        stashes.stream().map(History.Stash::when).min(Instant::compareTo).ifPresent(oldest -> {
            String age = oldest.equals(Instant.EPOCH) ? "" : ", the oldest " + Words.age(oldest, now) + " old";
            long untracked = stashes.stream().filter(History.Stash::untracked).count();
            String files = untracked == 0 ? "" : ", " + untracked + " with untracked files";
            loss(
                    "stash",
                    Words.count(stashes.size(), "stash") + ", which no push sends to a remote" + age + files
                            + messages(stashes) + ".",
                    "git stash branch NAME, commit and push; or git stash drop");
        });
    }

    private static String messages(List<History.Stash> stashes) {
        List<String> messages = stashes.stream()
                .map(History.Stash::message)
                .filter(message -> !message.isBlank())
                .map(message -> "\"" + message + "\"")
                .toList();
        return messages.isEmpty() ? "" : Words.names(messages);
    }

    /** What an operation in progress holds, and nothing that was told before. */
    private void held(Set<String> told) {
        Set<String> own = graph.reachedBesides(told, history.held().heads());
        own.removeAll(graph.reachedFrom(history.held().autostashes()));
        if (!own.isEmpty()) {
            loss(
                    "in-progress-commits",
                    phrases.commits(own) + " that only an operation in progress holds" + phrases.oldest(own) + ".",
                    "keep them before it ends: git branch NAME "
                            + history.held().heads().get(0));
        }
        List<String> autostashes = history.held().autostashes();
        if (!autostashes.isEmpty()) {
            loss(
                    "autostash",
                    "Changes that an operation in progress has put aside until it ends, as "
                            + autostashes.get(0).substring(0, 10) + ".",
                    "end it; or keep them: git stash store " + autostashes.get(0));
        }
    }

    /** What refs of other kinds hold, and nothing that was told before. */
    private void others(Set<String> told) {
        List<String> names = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (History.Tag other : history.others()) {
            Set<String> held = graph.reachedBesides(told, List.of(other.oid()));
            if (!held.isEmpty()) {
                names.add(other.name());
                own.addAll(held);
            }
        }
        if (!names.isEmpty() && history.provable()) {
            String first = Invocation.quoted(names.get(0));
            loss(
                    "unpushed-ref",
                    phrases.commits(own) + " held only by " + Words.count(names.size(), "ref") + Words.names(names)
                            + ", which no push sends by itself, and nothing here shows that a remote has them"
                            + phrases.oldest(own) + ".",
                    "git push " + PushHint.remote(history.remotes(), "") + " " + first
                            + "; or, where nobody needs it: git update-ref -d " + first);
        }
    }

    private void loss(String code, String sentence, String hint) {
        findings.add(Finding.loss("code." + code, sentence, hint));
    }
}
