package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that no remote has. */
class GitCheckHistoryTest {
    private final Path temp;
    private final Sandbox sandbox;

    GitCheckHistoryTest(@TempDir Path temp) {
        this.temp = temp;
        this.sandbox = new Sandbox(temp);
    }

    @Test
    void aFolderInNoRepositoryIsALossAndTheRepositoriesBelowAreJudged() {
        Path project = sandbox.path("project");
        sandbox.write(project, "index.php", "<?php\n");
        sandbox.init("project/theme");

        GitReport report = sandbox.check(project);

        assertThat(Told.bad(report))
                .containsExactly("code.no-repository", "code.nested-repository", "code.no-commit", "code.no-remote");
        assertThat(Told.sentence(report, "code.no-repository")).contains(project.toString());
        assertThat(Told.sentence(report, "code.no-commit")).startsWith("Nested repository theme/: ");
        assertThat(report.state()).isEqualTo(PartState.AT_RISK);
        assertThat(report.facts()).isEqualTo(GitFacts.NONE);
    }

    @Test
    void aRepositoryAroundThatIgnoresTheProjectIsNoRepository() {
        Path home = sandbox.clonedFromElsewhere();
        sandbox.commit(home, ".gitignore", "*\n!.gitignore\n");
        sandbox.write(home, "sites/blog/index.php", "<?php\n");

        GitReport report = sandbox.check(home.resolve("sites/blog"));

        assertThat(Told.codes(report)).containsExactly("loss code.no-repository");
        assertThat(Told.sentence(report, "code.no-repository")).contains(home.toString());
    }

    @Test
    void aProjectInsideARepositoryIsJudgedByItsOwnFolderAndTheWholeHistory() {
        Path all = sandbox.cloned();
        sandbox.commit(all, "sites/blog/index.php", "<?php\n");
        sandbox.git(all, "push", "-q");
        sandbox.git(all, "branch", "other");
        sandbox.elsewhere(all);
        sandbox.write(all, "sites/shop/new.php", "<?php\n");
        Path blog = all.resolve("sites/blog");
        assertThat(Told.bad(sandbox.check(blog))).isEmpty();
        assertThat(Told.sentence(sandbox.check(blog), "code.inside-repository"))
                .contains("sites/blog/", all.toString());

        sandbox.write(blog, "new.php", "<?php\n");
        sandbox.git(all, "switch", "-q", "other");
        sandbox.commit(all, "elsewhere.txt", "1");

        assertThat(Told.bad(sandbox.check(blog))).containsExactlyInAnyOrder("code.untracked", "code.unpushed-branch");
    }

    @Test
    void aRepositoryWithoutACommitIsALoss() {
        Path shop = sandbox.init("shop");
        sandbox.write(shop, "index.php", "<?php\n");

        assertThat(Told.bad(sandbox.check(shop)))
                .containsExactlyInAnyOrder("code.no-commit", "code.no-remote", "code.untracked");
    }

    @Test
    void aBranchWithoutItsFirstCommitDoesNotHideTheOthers() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "-b", "feature");
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "checkout", "-q", "--orphan", "fresh");
        sandbox.git(shop, "rm", "-rfq", ".");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(report.facts().head()).isEmpty();
    }

    @Test
    void withoutARemoteOneLossCountsWhatIsOnlyHere() {
        Path shop = sandbox.init("shop");
        sandbox.commit(shop, "index.php", "1");
        sandbox.commit(shop, "index.php", "2");
        sandbox.git(shop, "branch", "other");

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).containsExactly("loss code.no-remote");
        assertThat(Told.sentence(report, "code.no-remote")).contains("2 commits on 2 branches");
    }

    @Test
    void anUnpushedCommitIsTotalledAndItsAgeTold() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.commit(shop, "a", "1");
        sandbox.at(Sandbox.NOW.minus(Duration.ofHours(1)));
        sandbox.commit(shop, "a", "2");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(Told.sentence(report, "code.unpushed-branch"))
                .isEqualTo("Branch main has 2 commits that no remote has, the oldest 3 days old.");
        assertThat(Told.hint(report, "code.unpushed-branch")).isEqualTo("git push origin main");
        assertThat(report.state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void everyBranchIsLookedAtPackedOrLooseWithAnyUpstreamOrNone() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "--no-track", "-b", "packed");
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "pack-refs", "--all", "--prune");
        sandbox.git(shop, "checkout", "-q", "-b", "follows-local", "--track", "packed");
        sandbox.commit(shop, "b", "1");
        sandbox.git(shop, "checkout", "-q", "-b", "gone", "--track", "origin/main");
        sandbox.git(shop, "config", "branch.gone.merge", "refs/heads/gone");
        sandbox.commit(shop, "c", "1");
        sandbox.git(shop, "checkout", "-q", "main");

        GitReport report = sandbox.check(shop);

        assertThat(report.findings().stream()
                        .filter(finding -> finding.code().equals("code.unpushed-branch"))
                        .map(finding -> finding.sentence().replaceAll(" that.*", "")))
                .containsExactlyInAnyOrder(
                        "Branch packed has 1 commit", "Branch follows-local has 2 commits", "Branch gone has 1 commit");
    }

    @Test
    void aBranchNamedLikeAStateOrAnOptionIsABranch() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "-b", "(detached)");
        sandbox.git(shop, "branch", "it's;rm$IFS&é");
        sandbox.commit(shop, "a", "1");

        GitReport report = sandbox.check(shop);

        assertThat(report.facts().branch()).contains("(detached)");
        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(Told.hint(report, "code.unpushed-branch")).isEqualTo("git push -u origin '(detached)'");
        assertThat(Told.sentence(report, "code.branch-without-upstream")).contains("it's;rm$IFS&é");
    }

    @Test
    void manyBranchesAreNotToldOneByOneToTheLast() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.commit(shop, "a", "1");
        for (int i = 10; i < 40; i++) {
            sandbox.git(shop, "branch", "topic-" + i);
        }

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).hasSize(21).containsOnly("code.unpushed-branch");
        assertThat(report.findings().get(20).sentence())
                .startsWith("And 11 more branches")
                .contains("topic-");
    }

    @Test
    void aSingleBranchCloneIsToldHowToFollowWhatItPushes() {
        sandbox.cloned();
        Path narrow = sandbox.path("narrow");
        String origin = "file://" + sandbox.path("origin.git");
        sandbox.git(temp, "clone", "-q", "--single-branch", origin, narrow.toString());
        sandbox.git(narrow, "checkout", "-q", "-b", "feature");
        sandbox.commit(narrow, "a", "1");

        assertThat(Told.hint(sandbox.check(narrow), "code.unpushed-branch"))
                .isEqualTo("git remote set-branches --add origin feature && git push -u origin feature");
        sandbox.git(narrow, "remote", "set-branches", "--add", "origin", "feature");
        sandbox.git(narrow, "push", "-q", "-u", "origin", "feature");

        assertThat(Told.bad(sandbox.check(narrow))).isEmpty();
    }

    @Test
    void commitsThatOnlyATagHoldsAreALoss() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "tag", "-a", "-m", "one", "v1");
        sandbox.git(shop, "tag", "same");
        sandbox.git(shop, "checkout", "-q", "main");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-tag");
        assertThat(Told.sentence(report, "code.unpushed-tag")).startsWith("1 commit held only by 2 tags: same, v1");
    }

    @Test
    void aStashIsALossEvenWithoutItsLog() throws IOException {
        Path shop = sandbox.clonedFromElsewhere();
        for (String text : new String[] {"1", "2"}) {
            sandbox.write(shop, "index.php", text);
            sandbox.git(shop, "stash", "-q");
        }
        assertThat(Told.codes(sandbox.check(shop))).containsExactly("loss code.stash", "info code.as-of-last-fetch");
        assertThat(Told.sentence(sandbox.check(shop), "code.stash")).contains("2 stashes", "3 days old");

        Files.delete(shop.resolve(".git/logs/refs/stash"));

        assertThat(Told.sentence(sandbox.check(shop), "code.stash"))
                .contains("1 stash,")
                .doesNotContain("old");
    }

    @Test
    void aDetachedHeadWithCommitsOfItsOwnIsALoss() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "a", "1");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.detached-head");
        assertThat(Told.sentence(report, "code.detached-head")).contains("1 commit", "3 days old");
    }

    @Test
    void aLinkedWorktreeIsLookedAtForUncommittedWorkAndADetachedHead() throws IOException {
        Path shop = sandbox.clonedFromElsewhere();
        Path linked = sandbox.path("linked\ntree");
        sandbox.git(shop, "worktree", "add", "-q", "--detach", linked.toString());
        sandbox.commit(linked, "a", "1");
        sandbox.write(linked, "b", "1");
        sandbox.write(linked, "index.php", "changed");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.worktree-dirty", "code.worktree-detached");
        assertThat(Told.sentence(report, "code.worktree-dirty"))
                .contains("linked\\ntree", "2 uncommitted paths: b, index.php");
        assertThat(Told.sentence(report, "code.worktree-detached")).contains("1 commit");

        Files.move(linked, sandbox.path("moved away"));
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.worktree-detached");
    }

    @Test
    void anotherRepositoryAtALinkedWorktreesPlaceIsNotTakenForIt() throws IOException {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(
                shop,
                "worktree",
                "add",
                "-q",
                "--detach",
                sandbox.path("linked").toString());
        Files.move(sandbox.path("linked"), sandbox.path("moved"));
        sandbox.init("linked");
        sandbox.write(sandbox.path("linked"), "foreign", "1");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void halfRemovedNotesOnALinkedWorktreeDoNotHideItsCommits() throws IOException {
        Path shop = sandbox.clonedFromElsewhere();
        Path linked = sandbox.path("linked");
        sandbox.git(shop, "worktree", "add", "-q", "--detach", linked.toString());
        sandbox.commit(linked, "a", "1");
        Files.delete(shop.resolve(".git/worktrees/linked/gitdir"));
        Files.createFile(shop.resolve(".git/worktrees/stray"));

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.worktree-detached");
    }

    @Test
    void aLinkedWorktreeThatIsTheProjectIsJudgedLikeARepository() {
        Path shop = sandbox.clonedFromElsewhere();
        Path linked = sandbox.path("linked");
        sandbox.git(shop, "worktree", "add", "-q", "-b", "feature", linked.toString());
        sandbox.commit(linked, "a", "1");
        sandbox.write(linked, "b", "1");
        sandbox.write(shop, "not of this project", "1");

        GitReport report = sandbox.check(linked);

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.unpushed-branch", "code.untracked");
        assertThat(report.facts().branch()).contains("feature");
    }

    @Test
    void aRemoteOnThisMachineIsAWarning() {
        Path shop = sandbox.cloned();

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report))
                .containsExactly("warning code.remote-on-this-disk", "info code.as-of-last-fetch");
        assertThat(Told.sentence(report, "code.remote-on-this-disk"))
                .contains(sandbox.path("origin.git").toString());
        assertThat(report.facts().offDisk()).isFalse();
        assertThat(report.state()).isEqualTo(PartState.OK);
    }

    @Test
    void commitsThatOnlyTheNearerOfTwoRemotesHasAreNotOffTheDisk() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "remote", "add", "usb", sandbox.bare("usb.git").toString());
        sandbox.git(shop, "push", "-q", "usb", "main");
        assertThat(Told.codes(sandbox.check(shop))).containsExactly("info code.as-of-last-fetch");
        assertThat(sandbox.check(shop).facts().offDisk()).isTrue();

        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "push", "-q", "usb", "main");

        GitReport report = sandbox.check(shop);
        assertThat(Told.codes(report))
                .containsExactly("warning code.remote-on-this-disk", "info code.as-of-last-fetch");
        assertThat(Told.sentence(report, "code.remote-on-this-disk")).contains("1 commit only on", "usb");
        assertThat(report.facts().offDisk()).isFalse();
    }

    @Test
    void aRemoteThatIsNotThereProvesNothing() throws IOException {
        Path shop = sandbox.cloned();
        Files.move(sandbox.path("origin.git"), sandbox.path("lost"));
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.remote-missing");
        assertThat(sandbox.check(shop).facts().offDisk()).isFalse();

        // An empty folder, such as the mount point of a disk that is not mounted, is no repository either.
        Files.createDirectory(sandbox.path("origin.git"));
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.remote-missing");

        sandbox.git(shop, "remote", "add", "hub", "https://ada:s3cret@example.org/shop.git");
        GitReport report = sandbox.check(shop);
        assertThat(Told.codes(report)).startsWith("loss code.unpushed-branch", "warning code.remote-missing");
        assertThat(Told.hint(report, "code.unpushed-branch")).contains("push hub main");
        assertThat(report.toString()).doesNotContain("s3cret");
        assertThat(report.facts().remotes()).containsEntry("hub", "https://example.org/shop.git");
    }

    @Test
    void theAgeOfTheLastFetchIsTold() throws IOException {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "fetch", "-q");
        Path fetched = shop.resolve(".git/FETCH_HEAD");
        Files.setLastModifiedTime(fetched, FileTime.from(Sandbox.NOW.minus(Duration.ofDays(12))));

        GitReport report = sandbox.check(shop);

        assertThat(Told.sentence(report, "code.as-of-last-fetch"))
                .isEqualTo("What remotes have is known as of the last fetch, 12 days ago.");
        assertThat(report.facts().lastFetch()).contains(Sandbox.NOW.minus(Duration.ofDays(12)));

        // What a fetch leaves that reached nobody.
        Files.write(fetched, new byte[0]);
        assertThat(Told.sentence(sandbox.check(shop), "code.as-of-last-fetch")).contains("as of the clone");
    }
}
