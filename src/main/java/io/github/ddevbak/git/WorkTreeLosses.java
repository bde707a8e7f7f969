package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would be lost of a work tree: pure, facts in, findings out. */
final class WorkTreeLosses {
    private final List<Finding> findings = new ArrayList<>();

    private WorkTreeLosses() {}

    static List<Finding> of(WorkTree tree) {
        WorkTreeLosses losses = new WorkTreeLosses();
        Status status = tree.status();
        losses.operations(tree.operations(), "");
        losses.paths("conflicted", status.conflicted(), "conflicted path", "resolve them, git add, git commit");
        losses.paths("staged", status.staged(), "staged path", "git commit");
        losses.paths("unstaged", status.unstaged(), "changed path", "git add --update && git commit");
        losses.paths(
                "untracked", tree.untracked(), "untracked path", "git add them and commit, or add them to .gitignore");
        losses.hidden(tree.hidden(), "", "");
        if (!tree.unseen().precious().isEmpty()) {
            losses.findings.add(PreciousFiles.finding(tree.unseen().precious()));
        }
        return losses.findings;
    }

    /** That of submodules which are not as recorded; empty where there is none. */
    static Optional<Finding> dirtySubmodules(WorkTree tree) {
        List<String> paths = tree.status().dirtySubmodules();
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.loss(
                        "code.submodule-dirty",
                        Words.count(paths.size(), "submodule") + " not as recorded" + Words.names(paths) + ".",
                        "commit in the submodule, push it, then git add " + Invocation.quoted(paths.get(0))
                                + " && git commit"));
    }

    static List<Finding> of(Worktree worktree) {
        WorkTreeLosses losses = new WorkTreeLosses();
        losses.missing(worktree);
        losses.operations(worktree.operations(), " in the linked work tree " + worktree.path());
        String where = "The linked work tree " + worktree.path() + " has ";
        losses.hidden(worktree.tree().hidden(), where, "-C " + Invocation.quoted(worktree.path()) + " ");
        List<String> precious = worktree.tree().unseen().precious();
        if (!precious.isEmpty()) {
            Finding finding = PreciousFiles.finding(precious);
            losses.findings.add(Finding.loss(finding.code(), where + finding.sentence(), finding.hint()));
        }
        return losses.findings;
    }

    /** That of a linked work tree which holds what is not committed; empty where there is none. */
    static Optional<Finding> dirty(Worktree worktree) {
        List<String> unsaved = worktree.unsaved();
        return unsaved.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.loss(
                        "code.worktree-dirty",
                        "The linked work tree " + worktree.path() + " has "
                                + Words.count(unsaved.size(), "uncommitted path") + Words.names(unsaved) + ".",
                        "commit there: git -C " + Invocation.quoted(worktree.path()) + " status"));
    }

    private void missing(Worktree worktree) {
        if (worktree.place() != Worktree.Place.THERE) {
            boolean locked = worktree.place() == Worktree.Place.MISSING_LOCKED;
            findings.add(Finding.warning(
                    "code.worktree-missing",
                    "The linked work tree " + worktree.path() + " is not there" + (locked ? ", and is locked" : "")
                            + ": what was not committed in it cannot be looked at.",
                    locked
                            ? "mount its disk; if it is gone for good: git worktree unlock "
                                    + Invocation.quoted(worktree.path()) + " && git worktree prune"
                            : "if it was moved: git worktree repair ITS-NEW-PLACE; if it is gone: git worktree prune"));
        }
    }

    private void operations(List<Operation> operations, String where) {
        for (Operation operation : operations) {
            loss(
                    "in-progress",
                    operation.sentence(where),
                    operation.name().equals("bisect")
                            ? "end it: git bisect reset"
                            : "end it: git " + operation.name() + " --continue, or git " + operation.name()
                                    + " --abort");
        }
    }

    private void paths(String code, List<String> paths, String noun, String hint) {
        if (!paths.isEmpty()) {
            loss(code, Words.count(paths.size(), noun) + Words.names(paths) + ".", hint);
        }
    }

    private void hidden(List<String> paths, String where, String there) {
        if (!paths.isEmpty()) {
            String first = Invocation.quoted(paths.get(0));
            loss(
                    "hidden-change",
                    where + Words.count(paths.size(), "changed file") + " that Git was told not to look at"
                            + Words.names(paths) + ".",
                    "git " + there + "update-index --no-assume-unchanged --no-skip-worktree " + first
                            + ", then commit, or keep a copy elsewhere");
        }
    }

    private void loss(String code, String sentence, String hint) {
        findings.add(Finding.loss("code." + code, sentence, hint));
    }
}
