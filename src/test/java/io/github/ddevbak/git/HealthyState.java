package io.github.ddevbak.git;

import java.nio.file.Path;
import java.time.Duration;

/** States made with real git in which nothing would be lost. */
@SuppressWarnings("ImmutableEnumChecker") // a lambda without state
enum HealthyState {
    CLEAN_CLONE(sandbox -> {}),
    PACKED_REFS(sandbox -> sandbox.git(shop(sandbox), "pack-refs", "--all", "--prune")),
    AFTER_GC(sandbox -> {
        sandbox.commit(shop(sandbox), "a", "1");
        sandbox.git(shop(sandbox), "push", "-q", sandbox.path("origin.git").toString(), "main");
        sandbox.git(shop(sandbox), "update-ref", "refs/remotes/origin/main", "main");
        sandbox.git(shop(sandbox), "gc", "-q", "--prune=now");
    }),
    REFS_OF_OTHER_KINDS_AT_PUSHED_COMMITS(sandbox -> {
        sandbox.git(shop(sandbox), "update-ref", "refs/original/refs/heads/main", "HEAD");
        sandbox.git(shop(sandbox), "update-ref", "refs/prefetch/remotes/origin/main", "HEAD");
        sandbox.git(shop(sandbox), "update-ref", "refs/wip/content", "HEAD:index.php");
    }),
    A_PUSHED_REPOSITORY_IN_A_TRACKED_FOLDER(sandbox -> {
        sandbox.commit(shop(sandbox), "mine/index.php", "<?php\n");
        sandbox.git(shop(sandbox), "push", "-q", sandbox.path("origin.git").toString(), "main");
        sandbox.git(shop(sandbox), "update-ref", "refs/remotes/origin/main", "main");
        sandbox.git(shop(sandbox), "init", "-q", "mine");
        sandbox.git(
                shop(sandbox).resolve("mine"),
                "remote",
                "add",
                "origin",
                sandbox.path("origin.git").toString());
        sandbox.git(shop(sandbox).resolve("mine"), "fetch", "-q");
        sandbox.git(shop(sandbox).resolve("mine"), "reset", "-q", "origin/main~1");
        sandbox.elsewhere(shop(sandbox).resolve("mine"));
    }),
    A_LINKED_WORKTREE_WITH_THE_SAME_SETTINGS(sandbox -> {
        sandbox.write(shop(sandbox), ".git/info/exclude", ".ddev/\n");
        sandbox.worktree(shop(sandbox), "linked");
        sandbox.write(sandbox.path("linked"), ".ddev/.gitignore", "#ddev-generated\n");
    }),
    MERGED_BRANCH_WITHOUT_UPSTREAM(sandbox -> sandbox.git(shop(sandbox), "branch", "--no-track", "merged")),
    MERGED_BRANCH_WHOSE_UPSTREAM_IS_GONE(sandbox -> {
        sandbox.git(shop(sandbox), "branch", "old", "origin/main");
        sandbox.git(shop(sandbox), "config", "branch.old.merge", "refs/heads/gone");
    }),
    MERGED_BRANCH_WHOSE_UPSTREAM_IS_LOCAL(sandbox -> sandbox.git(shop(sandbox), "branch", "--track", "topic", "main")),
    DETACHED_AT_A_PUSHED_COMMIT(sandbox -> sandbox.git(shop(sandbox), "checkout", "-q", "--detach")),
    LIGHT_TAG(sandbox -> sandbox.git(shop(sandbox), "tag", "light")),
    CLEAN_WORKTREE(sandbox -> sandbox.worktree(shop(sandbox), "linked")),
    CLEAN_WORKTREE_IN_AN_IGNORED_FOLDER(sandbox -> {
        sandbox.write(shop(sandbox), ".git/info/exclude", "/.trees/\n");
        sandbox.worktree(shop(sandbox), "shop/.trees/one");
    }),
    SPARSE_CHECKOUT(sandbox -> {
        sandbox.write(shop(sandbox), ".git/info/exclude", "");
        sandbox.git(shop(sandbox), "sparse-checkout", "set", "--no-cone", "/nothing");
    }),
    LINE_ENDS_CONVERTED(sandbox -> {
        sandbox.git(shop(sandbox), "config", "core.autocrlf", "true");
        sandbox.remove(shop(sandbox).resolve("index.php"));
        sandbox.git(shop(sandbox), "checkout", "-q", "--", "index.php");
    }),
    TOUCHED_BUT_THE_SAME(sandbox -> sandbox.touch(shop(sandbox).resolve("index.php"), Duration.ofDays(9))),
    FILE_MODE_NOT_TRUSTED(sandbox -> {
        sandbox.git(shop(sandbox), "config", "core.fileMode", "false");
        shop(sandbox).resolve("index.php").toFile().setExecutable(true);
    }),
    FLAGGED_BUT_THE_SAME(sandbox -> sandbox.git(shop(sandbox), "update-index", "--assume-unchanged", "index.php")),
    ONLY_IGNORED_FILES_THAT_ARE_MADE_AGAIN(sandbox -> {
        sandbox.write(shop(sandbox), ".git/info/exclude", ".ddev/\nvendor/\nnode_modules/\n*.log\n");
        sandbox.write(shop(sandbox), ".ddev/.gitignore", "#ddev-generated\n");
        sandbox.write(shop(sandbox), ".ddev/.ddev-docker-compose-base.yaml", "services:\n");
        sandbox.write(shop(sandbox), ".ddev/nginx_full/nginx-site.conf", "# ddev\n#ddev-generated\n");
        sandbox.write(shop(sandbox), ".ddev/traefik/certs/shop.key", "key\n");
        sandbox.write(shop(sandbox), ".ddev/db_snapshots/one-mariadb_11.8.zst", "1");
        sandbox.write(shop(sandbox), ".ddev/web-build/README.txt", "1");
        sandbox.write(shop(sandbox), "vendor/acme/one/.env", "1");
        sandbox.write(shop(sandbox), "node_modules/one/.env", "1");
        sandbox.write(shop(sandbox), "debug.log", "1");
    }),
    NO_STASH_LEFT(sandbox -> {
        sandbox.write(shop(sandbox), "index.php", "2");
        sandbox.git(shop(sandbox), "stash", "-q");
        sandbox.git(shop(sandbox), "stash", "drop", "-q");
        sandbox.write(shop(sandbox), ".git/logs/refs/stash", "");
    }),
    A_LOCK_JUST_TAKEN(sandbox -> {
        sandbox.write(shop(sandbox), ".git/index.lock", "");
        sandbox.touch(shop(sandbox).resolve(".git/index.lock"), Duration.ofMinutes(2));
    }),
    A_SECOND_REMOTE_NEVER_FETCHED(
            sandbox -> sandbox.git(shop(sandbox), "remote", "add", "hub", "https://example.org/hub.git"));

    private final Making making;

    HealthyState(Making making) {
        this.making = making;
    }

    /** Brings a clean clone into the state. */
    private interface Making {
        void in(Sandbox sandbox);
    }

    private static Path shop(Sandbox sandbox) {
        return sandbox.path("shop");
    }

    Path make(Sandbox sandbox) {
        Path shop = sandbox.clonedFromElsewhere();
        making.in(sandbox);
        return shop;
    }
}
