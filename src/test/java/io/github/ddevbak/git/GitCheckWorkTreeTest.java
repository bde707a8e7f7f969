package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is not committed. */
class GitCheckWorkTreeTest {
    private final Sandbox sandbox;
    private final Path shop;

    GitCheckWorkTreeTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
    }

    @Test
    void stagedUnstagedAndUntrackedAreToldApart() {
        sandbox.commit(shop, "both.php", "1");
        sandbox.git(shop, "push", "-q");
        sandbox.write(shop, "staged.php", "1");
        sandbox.write(shop, "both.php", "2");
        sandbox.git(shop, "add", ".");
        sandbox.write(shop, "both.php", "3");
        sandbox.write(shop, "index.php", "changed");
        for (String name : new String[] {"a", "b", "c", "folder/d"}) {
            sandbox.write(shop, name, "1");
        }

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.staged", "code.unstaged", "code.untracked");
        assertThat(Told.sentence(report, "code.staged")).isEqualTo("2 staged paths: both.php, staged.php.");
        assertThat(Told.sentence(report, "code.unstaged")).isEqualTo("2 changed paths: both.php, index.php.");
        assertThat(Told.sentence(report, "code.untracked")).isEqualTo("4 untracked paths, for example a, b, c.");
    }

    @Test
    void aConfigurationThatHidesUntrackedFilesOrSubmodulesDoesNotHideThemHere() {
        sandbox.git(shop, "config", "status.showUntrackedFiles", "no");
        sandbox.git(shop, "config", "diff.ignoreSubmodules", "all");
        sandbox.git(shop, "config", "status.relativePaths", "true");
        sandbox.git(shop, "config", "color.ui", "always");
        sandbox.submodule(shop);
        sandbox.git(shop, "config", "submodule.lib.ignore", "all");
        sandbox.write(shop, "new.php", "1");
        sandbox.write(shop.resolve("lib"), "lib.php", "changed");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.untracked", "code.submodule-dirty");
    }

    @Test
    void aNameWithEscapesNewlinesAndQuotesIsShownNotObeyed() {
        sandbox.write(shop, "e\u001b[2Jvil\n? forged\"'", "1");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.untracked");
        assertThat(Told.sentence(report, "code.untracked"))
                .isEqualTo("1 untracked path: e\\u001b[2Jvil\\n? forged\"'.");
    }

    private String brief(String commit) {
        return sandbox.git(shop, "rev-parse", commit).substring(0, 10);
    }

    @Test
    void aRebaseOfADetachedHeadOrWithNotesThatAreNotWholeIsToldAsFarAsItIsKnown() throws IOException {
        sandbox.conflicting(shop);
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.stopping(shop, "rebase", "-q", "other");
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .startsWith("A rebase is in progress: of a detached HEAD onto " + brief("other") + ", at step 1 of 2");

        sandbox.write(shop, ".git/rebase-merge/msgnum", "many\n");
        Files.delete(shop.resolve(".git/rebase-merge/head-name"));
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A rebase is in progress: onto " + brief("other") + ".");
    }

    @Test
    void aMergeWithAConflictIsInProgressAndConflicted() {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "merge", "-q", "other");

        assertThat(Told.bad(sandbox.check(shop))).contains("code.in-progress", "code.conflicted");
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A merge is in progress: of " + brief("other") + ".");
        assertThat(Told.sentence(sandbox.check(shop), "code.conflicted")).isEqualTo("1 conflicted path: index.php.");
        assertThat(Told.hint(sandbox.check(shop), "code.in-progress")).contains("git merge --abort");
    }

    @Test
    void aRebaseIsInProgressUntilItEnds() {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "rebase", "-q", "other");
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A rebase is in progress: of branch main onto " + brief("other")
                        + ", at step 1 of 2 (1 left after it).");

        sandbox.git(shop, "rebase", "--abort");
        assertThat(Told.bad(sandbox.check(shop))).doesNotContain("code.in-progress");
    }

    @Test
    void aRebaseByMailIsInProgress() {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "rebase", "-q", "--apply", "other");

        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A rebase is in progress: of branch main onto " + brief("other")
                        + ", at step 1 of 2 (1 left after it).");
    }

    @Test
    void aPatchBeingAppliedIsInProgress() {
        sandbox.conflicting(shop);
        String patch = sandbox.git(shop, "format-patch", "-1", "--stdout", "other") + "\n";
        sandbox.write(shop.resolve(".git"), "patch", patch);
        sandbox.stopping(shop, "am", "-q", ".git/patch");

        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("An am is in progress: at step 1 of 1 (0 left after it).");
    }

    @Test
    void aCherryPickIsInProgressAlsoBetweenTwoPicks() throws IOException {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "cherry-pick", "other~1", "other");
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A cherry-pick is in progress: of " + brief("other~1") + " (1 left after it).");

        Files.delete(shop.resolve(".git/CHERRY_PICK_HEAD"));
        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A cherry-pick is in progress: between two commits (2 left after it).");
    }

    @Test
    void aRevertIsInProgress() {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "revert", "--no-edit", "HEAD~1");

        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress"))
                .isEqualTo("A revert is in progress: of " + brief("HEAD~1") + " (0 left after it).");
    }

    @Test
    void aBisectIsInProgressUntilItIsReset() {
        sandbox.git(shop, "bisect", "start");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.in-progress");
        assertThat(Told.hint(sandbox.check(shop), "code.in-progress")).contains("git bisect reset");

        sandbox.git(shop, "bisect", "reset");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aRebaseInALinkedWorktreeIsToldWithItsPlace() {
        Path linked = sandbox.path("linked");
        sandbox.conflicting(shop);
        sandbox.git(shop, "push", "-q", "--all");
        sandbox.git(shop, "checkout", "-q", "--detach", "origin/main");
        sandbox.git(shop, "worktree", "add", "-q", linked.toString(), "main");
        sandbox.stopping(linked, "rebase", "-q", "other");

        assertThat(Told.sentence(sandbox.check(shop), "code.in-progress")).contains("rebase", linked.toString());
    }

    @Test
    void aChangeThatGitWasToldNotToLookAtIsFound() {
        String[] names = {"assumed.php", "skipped.php", "\"quoted\nname", "same.php", "carriage\r"};
        for (String name : names) {
            sandbox.commit(shop, name, "1");
        }
        sandbox.git(shop, "push", "-q");
        for (String name : names) {
            String flag = name.equals("skipped.php") ? "--skip-worktree" : "--assume-unchanged";
            sandbox.git(shop, "update-index", flag, name);
        }
        for (String name : names) {
            sandbox.write(shop, name, name.equals("same.php") ? "1" : "2");
        }

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.hidden-change");
        assertThat(Told.sentence(report, "code.hidden-change"))
                .startsWith("4 changed files that Git was told not to look at")
                .doesNotContain("same.php");
    }

    @Test
    void aHiddenSymlinkIsComparedByItsTarget() throws IOException {
        for (String name : new String[] {"moved", "kept", "replaced"}) {
            Files.createSymbolicLink(shop.resolve(name), Path.of("index.php"));
            sandbox.git(shop, "add", name);
        }
        sandbox.git(shop, "commit", "-q", "-m", "links");
        sandbox.git(shop, "push", "-q");
        sandbox.git(shop, "update-index", "--assume-unchanged", "moved", "kept", "replaced");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();

        Files.delete(shop.resolve("moved"));
        Files.createSymbolicLink(shop.resolve("moved"), Path.of("elsewhere"));
        Files.delete(shop.resolve("replaced"));
        sandbox.write(shop, "replaced", "index.php");

        assertThat(Told.sentence(sandbox.check(shop), "code.hidden-change")).contains(": moved, replaced");
    }

    @Test
    void anUntrackedRepositoryInsideIsToldAsSuch() {
        Path module = sandbox.init("shop/modules/mine");
        sandbox.commit(module, "mine.php", "1");
        sandbox.commit(shop, "modules/readme.txt", "1");
        sandbox.git(shop, "push", "-q");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.nested-repository", "code.no-remote");
        assertThat(Told.sentence(report, "code.nested-repository")).startsWith("modules/mine/ is a repository");
        assertThat(Told.sentence(report, "code.no-remote"))
                .isEqualTo("Nested repository modules/mine/: No remote is configured: 1 commit on 1 branch, only on"
                        + " this disk.");
    }

    @Test
    void aRepositoryRecordedWithoutItsOriginIsToldAsSuch() {
        Path module = sandbox.init("shop/mine");
        sandbox.commit(module, "mine.php", "1");
        sandbox.git(shop, "-c", "advice.addEmbeddedRepo=false", "add", "mine");
        sandbox.git(shop, "commit", "-q", "-m", "mine");
        sandbox.git(shop, "push", "-q");

        assertThat(Told.bad(sandbox.check(shop)))
                .containsExactlyInAnyOrder("code.nested-repository", "code.submodule-unpushed");
    }

    @Test
    void aSubmoduleIsDirtyForEveryKindOfChange() {
        sandbox.submodule(shop);
        Path lib = shop.resolve("lib");
        sandbox.write(lib, "new.php", "1");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.submodule-dirty");

        sandbox.git(lib, "clean", "-qfd");
        sandbox.write(lib, "lib.php", "changed");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.submodule-dirty");
        assertThat(Told.sentence(sandbox.check(shop), "code.submodule-dirty")).contains("lib");
    }

    @Test
    void aCommitThatOnlyTheSubmoduleHasIsALossEvenWhenItIsRecorded() {
        sandbox.submodule(shop);
        Path lib = shop.resolve("lib");
        sandbox.git(lib, "checkout", "-q", "--detach");
        sandbox.commit(lib, "lib.php", "changed");
        assertThat(Told.bad(sandbox.check(shop)))
                .containsExactlyInAnyOrder("code.submodule-dirty", "code.submodule-unpushed");

        sandbox.git(shop, "commit", "-q", "-a", "-m", "record it");
        sandbox.git(shop, "push", "-q");

        GitReport report = sandbox.check(shop);
        assertThat(Told.bad(report)).containsExactly("code.submodule-unpushed");
        assertThat(Told.sentence(report, "code.submodule-unpushed"))
                .startsWith("Submodule lib: HEAD is detached and has 1 commit");
    }
}
