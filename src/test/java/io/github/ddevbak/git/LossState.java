package io.github.ddevbak.git;

import io.github.ddevbak.project.Severity;
import java.nio.file.Path;
import java.time.Duration;

/** States of a project made with real git, each with the finding that tells it. */
@SuppressWarnings("ImmutableEnumChecker") // a lambda without state
enum LossState {
    NO_REPOSITORY(Severity.LOSS, "no-repository", "/plain is in no Git repository.", sandbox -> {
        sandbox.write(sandbox.path("plain"), "index.php", "<?php\n");
        return sandbox.path("plain");
    }),
    BARE(Severity.LOSS, "bare-repository", "only a bare repository or its inside", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "config", "core.bare", "true");
        return shop;
    }),
    INSIDE_A_GIT_FOLDER(
            Severity.LOSS,
            "bare-repository",
            "keeps none of the files there",
            sandbox -> sandbox.cloned().resolve(".git/hooks")),
    WORK_TREE_ELSEWHERE(Severity.LOSS, "no-work-tree", "has its work tree elsewhere, and keeps none", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "config", "core.worktree", sandbox.init("other").toString());
        return shop;
    }),
    NO_COMMIT(Severity.LOSS, "no-commit", "has no commit yet", sandbox -> sandbox.init("shop")),
    UNBORN_BESIDE_OTHERS(Severity.INFO, "unborn-branch", "has no commit yet; 1 other branch has.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "--orphan", "fresh");
        return shop;
    }),
    STAGED_ON_AN_UNBORN_BRANCH(Severity.LOSS, "staged", "1 staged path: index.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "--orphan", "fresh");
        return shop;
    }),
    NO_REMOTE(Severity.LOSS, "no-remote", "2 commits on 1 branch, only on this disk.", sandbox -> {
        Path shop = sandbox.init("shop");
        sandbox.commit(shop, "a", "1");
        sandbox.commit(shop, "a", "2");
        return shop;
    }),
    AHEAD(
            Severity.LOSS,
            "unpushed-branch",
            "Branch main has 1 commit that no remote has, the oldest 3 days old.",
            s -> {
                Path shop = s.cloned();
                s.commit(shop, "a", "1");
                return shop;
            }),
    DIVERGED(Severity.LOSS, "unpushed-branch", "Branch main has 1 commit that no remote has", sandbox -> {
        Path shop = sandbox.cloned();
        Path other = sandbox.clonedInto(sandbox.path("other"));
        sandbox.commit(other, "b", "1");
        sandbox.git(other, "push", "-q");
        sandbox.git(shop, "fetch", "-q");
        sandbox.commit(shop, "a", "1");
        return shop;
    }),
    WITHOUT_UPSTREAM(Severity.INFO, "branch-without-upstream", "1 branch without an upstream", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "branch", "--no-track", "merged");
        return shop;
    }),
    TAG_ONLY(Severity.LOSS, "unpushed-tag", "1 commit held only by 1 tag: v1", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "tag", "v1");
        sandbox.git(shop, "checkout", "-q", "main");
        return shop;
    }),
    STASH(
            Severity.LOSS,
            "stash",
            "1 with untracked files: \"On main: half of it\", \"On main: new menu\".",
            sandbox -> {
                Path shop = sandbox.cloned();
                sandbox.write(shop, "index.php", "menu");
                sandbox.git(shop, "stash", "-q", "-m", "new menu");
                sandbox.write(shop, "new.php", "half");
                sandbox.git(shop, "stash", "-q", "-u", "-m", "half of it");
                return shop;
            }),
    DETACHED(Severity.LOSS, "detached-head", "1 commit that no branch and no remote has, the oldest 3 days old", s -> {
        Path shop = s.cloned();
        s.git(shop, "checkout", "-q", "--detach");
        s.commit(shop, "a", "1");
        return shop;
    }),
    DETACHED_PUSHED(Severity.INFO, "detached-head-pushed", "at a commit that is on a remote", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "--detach");
        return shop;
    }),
    WORKTREE_DIRTY(Severity.LOSS, "worktree-dirty", "has 1 uncommitted path: new.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.worktree(shop, "linked");
        sandbox.write(sandbox.path("linked"), "new.php", "1");
        return shop;
    }),
    WORKTREE_DETACHED(Severity.LOSS, "worktree-detached", "has 1 commit that no branch and no remote has", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.worktree(shop, "linked");
        sandbox.commit(sandbox.path("linked"), "a", "1");
        return shop;
    }),
    WORKTREE_GONE_WITH_ITS_COMMITS(Severity.LOSS, "worktree-detached", "has 1 commit that", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.worktree(shop, "linked");
        sandbox.commit(sandbox.path("linked"), "a", "1");
        sandbox.remove(sandbox.path("linked"));
        return shop;
    }),
    WORKTREE_MISSING(Severity.WARNING, "worktree-missing", "is not there: what was not committed", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.worktree(shop, "linked");
        sandbox.remove(sandbox.path("linked"));
        return shop;
    }),
    WORKTREE_LOCKED_ON_A_DISK_NOT_MOUNTED(Severity.WARNING, "worktree-missing", "is not there, and is locked", s -> {
        Path shop = s.cloned();
        s.worktree(shop, "linked");
        s.git(shop, "worktree", "lock", s.path("linked").toString());
        s.remove(s.path("linked"));
        return shop;
    }),
    STAGED(Severity.LOSS, "staged", "1 staged path: a.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.write(shop, "a", "1");
        sandbox.git(shop, "add", "a");
        return shop;
    }),
    UNSTAGED(Severity.LOSS, "unstaged", "1 changed path: index.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.write(shop, "index.php", "changed");
        return shop;
    }),
    CONFLICTED(Severity.LOSS, "conflicted", "1 conflicted path: index.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "merge", "-q", "other");
        return shop;
    }),
    UNTRACKED(Severity.LOSS, "untracked", "1 untracked path: a.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "config", "status.showUntrackedFiles", "no");
        sandbox.write(shop, "a", "1");
        return shop;
    }),
    UNTRACKED_BY_CASE_ONLY(Severity.LOSS, "untracked", "1 untracked path: INDEX.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "config", "core.ignoreCase", "true");
        sandbox.write(shop, "INDEX.php", "1");
        return shop;
    }),
    HIDDEN(Severity.LOSS, "hidden-change", "1 changed file that Git was told not to look at: index.php.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "update-index", "--assume-unchanged", "index.php");
        sandbox.write(shop, "index.php", "changed");
        return shop;
    }),
    PRECIOUS(Severity.LOSS, "ignored-precious", "1 file that a restore needs and Git ignores: .env.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.ignoring(shop, ".env\n");
        sandbox.write(shop, ".env", "KEY=1\n");
        return shop;
    }),
    REBASE(Severity.LOSS, "in-progress", ", at step 1 of 2 (1 left after it).", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "rebase", "-q", "other");
        return shop;
    }),
    REBASE_OF_A_DETACHED_HEAD(
            Severity.LOSS, "in-progress-commits", "2 commits that only an operation in progress", s -> {
                Path shop = s.cloned();
                s.conflicting(shop);
                s.git(shop, "checkout", "-q", "--detach");
                s.git(shop, "branch", "-q", "-f", "main", "origin/main");
                s.stopping(shop, "rebase", "-q", "other");
                return shop;
            }),
    AUTOSTASH(Severity.LOSS, "autostash", "Changes that an operation in progress has put aside", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.commit(shop, "both.php", "1");
        sandbox.git(shop, "push", "-q");
        sandbox.conflicting(shop);
        sandbox.write(shop, "both.php", "2");
        sandbox.stopping(shop, "rebase", "-q", "--autostash", "other");
        return shop;
    }),
    SUBMODULE_DIRTY(Severity.LOSS, "submodule-dirty", "1 submodule not as recorded: lib.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.submodule(shop);
        sandbox.git(shop, "config", "submodule.lib.ignore", "all");
        sandbox.write(shop.resolve("lib"), "lib.php", "changed");
        return shop;
    }),
    SUBMODULE_AHEAD(Severity.LOSS, "submodule-unpushed", "Submodule lib: Branch main has 1 commit", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.submodule(shop);
        sandbox.commit(shop.resolve("lib"), "lib.php", "changed");
        return shop;
    }),
    SUBMODULE_RECORDED_AT_A_LOST_COMMIT(Severity.LOSS, "submodule-unpushed", "the commit recorded for it, ", s -> {
        Path shop = s.cloned();
        s.submodule(shop);
        s.git(shop.resolve("lib"), "checkout", "-q", "--detach");
        s.commit(shop.resolve("lib"), "lib.php", "changed");
        s.git(shop, "commit", "-q", "-a", "-m", "record it");
        s.git(shop, "push", "-q");
        s.git(shop.resolve("lib"), "checkout", "-q", "main");
        return shop;
    }),
    SUBMODULE_NOT_INITIALISED(Severity.INFO, "submodule-not-initialised", "1 submodule not checked out: lib.", s -> {
        s.submodule(s.cloned());
        return s.clonedInto(s.path("again"));
    }),
    FILES_IN_A_SUBMODULE_NOT_INITIALISED(
            Severity.LOSS, "untracked", "Git does not see the 1 entry in its folder", s -> {
                s.submodule(s.cloned());
                Path again = s.clonedInto(s.path("again"));
                s.write(again, "lib/own.php", "1");
                return again;
            }),
    SUBMODULE_DEINITIALISED(
            Severity.LOSS, "submodule-removed", "Submodule lib, whose work tree is gone: Branch main", s -> {
                Path shop = s.cloned();
                s.submodule(shop);
                s.commit(shop.resolve("lib"), "lib.php", "changed");
                s.git(shop, "submodule", "--quiet", "deinit", "-f", "lib");
                return shop;
            }),
    SUBMODULE_REMOVED(Severity.LOSS, "submodule-removed", "has 1 commit that no remote has", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.submodule(shop);
        sandbox.commit(shop.resolve("lib"), "lib.php", "changed");
        sandbox.git(shop, "rm", "-q", "-f", "lib");
        sandbox.git(shop, "commit", "-q", "-m", "no library");
        sandbox.git(shop, "push", "-q");
        return shop;
    }),
    NESTED(Severity.LOSS, "nested-repository", "mine/ is a repository of its own", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.commit(sandbox.clonedInto(shop.resolve("mine")), "a", "1");
        return shop;
    }),
    NESTED_PUSHED(Severity.WARNING, "nested-repository-pushed", "not even where to clone it from: mine/.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.clonedInto(shop.resolve("mine"));
        return shop;
    }),
    INSIDE_ANOTHER(Severity.INFO, "inside-repository", "The project is the folder site/ of the repository", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.commit(shop, "site/index.php", "1");
        sandbox.git(shop, "push", "-q");
        return shop.resolve("site");
    }),
    WALK_STOPPED(Severity.INFO, "walk-stopped", "passed by 1 folder: node_modules/.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.ignoring(shop, "node_modules/\n");
        sandbox.write(shop, "node_modules/a/index.js", "1");
        return shop;
    }),
    SHALLOW(Severity.WARNING, "shallow", "A shallow clone", sandbox -> {
        sandbox.commit(sandbox.cloned(), "a", "1");
        sandbox.git(sandbox.path("shop"), "push", "-q");
        String origin = "file://" + sandbox.path("origin.git");
        Path thin = sandbox.path("thin");
        sandbox.git(sandbox.path("shop"), "clone", "-q", "--depth", "1", origin, thin.toString());
        return thin;
    }),
    PARTIAL(Severity.WARNING, "partial-clone", "A partial clone", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "config", "remote.origin.promisor", "true");
        return shop;
    }),
    REMOTE_ON_THIS_DISK(
            Severity.WARNING, "remote-on-this-disk", "Every remote is on this very machine", Sandbox::cloned),
    REMOTE_MISSING(Severity.LOSS, "remote-missing", "where no repository is", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.remove(sandbox.path("origin.git"));
        return shop;
    }),
    REMOTE_NEVER_FETCHED(
            Severity.WARNING, "remote-never-fetched", "Nothing was ever fetched from remote hub", sandbox -> {
                Path shop = sandbox.cloned();
                sandbox.git(shop, "remote", "add", "hub", "https://example.org/hub.git");
                sandbox.commit(shop, "a", "1");
                return shop;
            }),
    AS_OF(Severity.INFO, "as-of-last-fetch", "as of the clone", Sandbox::cloned),
    ALTERNATES(Severity.WARNING, "alternates", "borrows objects from 1 other folder", sandbox -> {
        Path shop = sandbox.cloned();
        Path shared = sandbox.path("shared");
        sandbox.git(shop, "clone", "-q", "--shared", sandbox.path("origin.git").toString(), shared.toString());
        return shared;
    }),
    ALTERNATE_MISSING(Severity.ERROR, "alternate-missing", "borrows objects from 1 folder that is not there", s -> {
        Path shop = s.cloned();
        s.write(shop, ".git/objects/info/alternates", "# moved\n../../../gone/objects\n");
        return shop;
    }),
    STALE_LOCK(Severity.WARNING, "stale-lock", ".git/index.lock has been there for 5 hours", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.write(shop, ".git/index.lock", "");
        sandbox.touch(shop.resolve(".git/index.lock"), Duration.ofHours(5));
        return shop;
    }),
    REPLACED(Severity.WARNING, "replaced-objects", "Parts of the history are replaced", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "push", "-q");
        sandbox.git(shop, "replace", "HEAD", "HEAD~1");
        return shop;
    }),
    NOTES(Severity.WARNING, "notes", "There are git notes", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "notes", "add", "-m", "a note");
        sandbox.git(shop, "push", "-q", "origin", "refs/notes/commits");
        return shop;
    }),
    NOTES_NOT_PUSHED(Severity.LOSS, "unpushed-ref", "1 commit held only by 1 ref: refs/notes/commits, which", s -> {
        Path shop = s.cloned();
        s.git(shop, "notes", "add", "-m", "a note");
        return shop;
    }),
    REF_OF_ANOTHER_KIND(Severity.LOSS, "unpushed-ref", "the oldest 3 days old.", sandbox -> {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "update-ref", "refs/wip/menu", "HEAD");
        sandbox.git(shop, "checkout", "-q", "main");
        return shop;
    }),
    TRACKING_REF_OF_A_BRANCH(
            Severity.WARNING, "tracking-ref-not-of-remote", "for something else here: refs/remotes/origin/own;", s -> {
                Path shop = s.cloned();
                s.commit(shop, "a", "1");
                s.git(shop, "symbolic-ref", "refs/remotes/origin/own", "refs/heads/main");
                return shop;
            }),
    POINTER_NOWHERE(Severity.ERROR, "unreadable", "failed: not a git repository: /nowhere/at/all.", sandbox -> {
        sandbox.write(sandbox.path("moved"), ".git", "gitdir: /nowhere/at/all\n");
        return sandbox.path("moved");
    });

    final Severity severity;
    final String code;
    final String sentence;
    private final Making making;

    LossState(Severity severity, String code, String sentence, Making making) {
        this.severity = severity;
        this.code = "code." + code;
        this.sentence = sentence;
        this.making = making;
    }

    /** Makes the state and tells the folder to look at. */
    private interface Making {
        Path in(Sandbox sandbox);
    }

    Path make(Sandbox sandbox) {
        return making.in(sandbox);
    }
}
