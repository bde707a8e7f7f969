package io.github.ddevbak.project;

import java.util.Set;
import java.util.TreeSet;

/** Every code a finding may have; a code is never renamed, because programs and {@code accept} name it. */
public final class FindingCodes {
    private static final Set<String> CODE = Set.of(
            "code.alternate-missing",
            "code.alternates",
            "code.as-of-last-fetch",
            "code.autostash",
            "code.bare-repository",
            "code.branch-without-upstream",
            "code.cancelled",
            "code.conflicted",
            "code.damaged",
            "code.detached-head",
            "code.detached-head-pushed",
            "code.folder-missing",
            "code.git-missing",
            "code.hidden-change",
            "code.ignored-precious",
            "code.in-progress",
            "code.in-progress-commits",
            "code.inside-repository",
            "code.lfs-missing",
            "code.lfs-not-asked",
            "code.lfs-not-pushed",
            "code.lfs-not-set-up",
            "code.nested-repository",
            "code.nested-repository-pushed",
            "code.no-answer",
            "code.no-commit",
            "code.no-remote",
            "code.no-repository",
            "code.no-work-tree",
            "code.notes",
            "code.not-rescued",
            "code.partial-clone",
            "code.remote-branch-gone",
            "code.remote-missing",
            "code.remote-never-fetched",
            "code.remote-on-this-disk",
            "code.remote-rewound",
            "code.remote-unreachable",
            "code.replaced-objects",
            "code.rescue-left-out",
            "code.rescued",
            "code.shallow",
            "code.staged",
            "code.stale-lock",
            "code.stash",
            "code.submodule-dirty",
            "code.submodule-not-initialised",
            "code.submodule-removed",
            "code.submodule-unpushed",
            "code.tags-not-asked",
            "code.tracking-ref-not-of-remote",
            "code.unborn-branch",
            "code.unpushed-branch",
            "code.unpushed-ref",
            "code.unpushed-tag",
            "code.unpushed-tag-name",
            "code.unpushed-tag-object",
            "code.unreadable",
            "code.unstaged",
            "code.untracked",
            "code.walk-stopped",
            "code.worktree-detached",
            "code.worktree-dirty",
            "code.worktree-missing");

    private static final Set<String> FILES = Set.of(
            "files.cancelled",
            "files.changing",
            "files.directory-dangling",
            "files.directory-missing",
            "files.folder-missing",
            "files.link-outside",
            "files.no-copy",
            "files.not-copied",
            "files.not-covered",
            "files.not-read",
            "files.only-links",
            "files.outside-project",
            "files.rotten",
            "files.special",
            "files.stored-copy-rotten",
            "files.unreadable",
            "files.unreadable-name",
            "files.upstream",
            "files.vanished",
            "files.whole-project");

    private static final Set<String> DATABASE = Set.of(
            "database.broken-view",
            "database.cancelled",
            "database.cannot-put-back",
            "database.dump-failed",
            "database.folder-missing",
            "database.not-asked",
            "database.not-started",
            "database.not-written",
            "database.odd",
            "database.omitted",
            "database.snapshot-failed",
            "database.start-changed-tree");

    private static final Set<String> CONFIG = Set.of(
            "config.cancelled",
            "config.file-not-saved",
            "config.folder-missing",
            "config.global-not-saved",
            "config.not-saved");

    /** What a restore tells; nothing of it can be lived with. */
    private static final Set<String> RESTORE = Set.of(
            "code.archive-refused",
            "code.branch-not-checked-out",
            "code.kept-beside",
            "code.not-cloned",
            "code.not-restored",
            "code.remote-not-fetched",
            "config.global-not-restored",
            "config.global-restored",
            "config.not-renamed",
            "config.not-restored",
            "drill.cancelled",
            "drill.code-differs",
            "drill.code-outside",
            "drill.damaged",
            "drill.differs",
            "drill.no-code",
            "drill.no-database",
            "drill.no-snapshot",
            "drill.not-configured",
            "drill.not-dumped",
            "drill.not-removed",
            "drill.not-started",
            "drill.removed-left",
            "drill.unreadable",
            "files.elsewhere",
            "files.not-restored",
            "database.other-server",
            "database.snapshot-not-copied",
            "database.snapshot-not-restored",
            "store.cancelled",
            "store.no-safety-copy",
            "store.set-damaged",
            "database.globals-not-restored",
            "database.import-failed",
            "database.left-alone",
            "database.more-rows",
            "database.not-as-in-set",
            "database.not-compared",
            "database.not-restored");

    private static final Set<String> RUN = Set.of(
            "database.suspect",
            "discovery.bad-folder",
            "discovery.bad-name",
            "discovery.config-broken",
            "discovery.config-missing",
            "discovery.directory-missing",
            "discovery.duplicate",
            "discovery.hidden",
            "discovery.list-failed",
            "discovery.none",
            "discovery.null-entry",
            "discovery.registry-unreadable",
            "discovery.unregistered",
            "discovery.vanished",
            "project.not-put-back",
            "prune.frozen",
            "prune.no-policy",
            "prune.not-done",
            "prune.removed",
            "prune.snapshot-not-removed",
            "prune.too-large",
            "settings.accept-error",
            "settings.accept-unused",
            "status.never-looked",
            "status.no-run",
            "status.no-set",
            "status.older-part",
            "status.only-here",
            "status.run-failed",
            "status.run-interrupted",
            "status.run-missed",
            "status.stale",
            "status.unknown-to-ddev",
            "store.broken-note",
            "store.broken-set",
            "store.no-room",
            "store.not-begun",
            "store.not-removed",
            "store.not-sealed",
            "store.partial-removed",
            "store.run-not-kept",
            "store.unreadable",
            "store.unwritable",
            "usage.project-settings",
            "usage.several-databases",
            "usage.unknown-database");

    private FindingCodes() {}

    /** All of them, sorted. */
    public static Set<String> all() {
        Set<String> all = ofParts();
        all.addAll(RUN);
        all.addAll(RESTORE);
        return all;
    }

    /** Those of a project's parts, sorted: what a person may decide to live with. */
    public static Set<String> ofParts() {
        Set<String> codes = new TreeSet<>(CODE);
        codes.addAll(FILES);
        codes.addAll(DATABASE);
        codes.addAll(CONFIG);
        return codes;
    }
}
