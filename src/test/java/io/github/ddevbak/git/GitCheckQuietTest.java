package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing would be lost, nothing is said to be. */
class GitCheckQuietTest {
    private final Path temp;
    private final Sandbox sandbox;

    GitCheckQuietTest(@TempDir Path temp) {
        this.temp = temp;
        this.sandbox = new Sandbox(temp);
    }

    @Test
    void aCleanCloneIsOk() {
        Path shop = sandbox.clonedFromElsewhere();

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).containsExactly("info code.as-of-last-fetch");
        assertThat(Told.sentence(report, "code.as-of-last-fetch")).contains("as of the clone");
        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(report.facts().offDisk()).isTrue();
        assertThat(report.facts().branch()).contains("main");
        assertThat(report.facts().head()).contains(sandbox.git(shop, "rev-parse", "HEAD"));
        assertThat(report.facts().toplevel()).contains(shop);
        assertThat(report.facts().remotes()).containsExactly(Map.entry("origin", "https://example.org/shop.git"));
        assertThat(report.facts().lastFetch()).isPresent();
    }

    @Test
    void packedRefsAreRead() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "pack-refs", "--all", "--prune");

        assertThat(Told.codes(sandbox.check(shop))).containsExactly("info code.as-of-last-fetch");
    }

    @Test
    void aMergedBranchWithoutUpstreamIsOnlyInfo() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "branch", "--no-track", "merged");

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report))
                .containsExactlyInAnyOrder("info code.branch-without-upstream", "info code.as-of-last-fetch");
        assertThat(Told.sentence(report, "code.branch-without-upstream"))
                .contains("1 branch")
                .contains("merged");
    }

    @Test
    void aBranchWhoseUpstreamIsGoneButWhoseCommitsArePushedIsOk() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "branch", "old", "origin/main");
        sandbox.git(shop, "config", "branch.old.merge", "refs/heads/gone");

        assertThat(Told.codes(sandbox.check(shop))).containsExactly("info code.as-of-last-fetch");
    }

    @Test
    void aDetachedHeadOnAPushedCommitIsOnlyInfo() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "checkout", "-q", "--detach");

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report))
                .containsExactlyInAnyOrder("info code.detached-head-pushed", "info code.as-of-last-fetch");
        assertThat(report.facts().branch()).isEmpty();
    }

    @Test
    void aTagOnAPushedCommitIsOk() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(shop, "tag", "-a", "-m", "one", "v1");
        sandbox.git(shop, "tag", "light");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aTagWhoseBranchWasDeletedBeforeTheCloneCameWithIt() {
        Path origin = sandbox.cloned();
        sandbox.git(origin, "checkout", "-q", "-b", "release");
        sandbox.commit(origin, "release.txt", "1");
        sandbox.git(origin, "tag", "-a", "-m", "one", "v1");
        sandbox.git(origin, "checkout", "-q", "main");
        sandbox.git(origin, "branch", "-q", "-D", "release");
        sandbox.at(Sandbox.NOW.minus(Duration.ofDays(1)));
        sandbox.git(
                temp, "clone", "-q", "file://" + origin, sandbox.path("again").toString());
        sandbox.elsewhere(sandbox.path("again"));

        assertThat(Told.bad(sandbox.check(sandbox.path("again")))).isEmpty();
    }

    @Test
    void aTagThatIsFetchedAsARefOfItsRemoteIsKnownToBeThere() {
        Path shop = sandbox.cloned();
        sandbox.git(shop, "checkout", "-q", "-b", "release");
        sandbox.commit(shop, "release.txt", "1");
        sandbox.git(shop, "tag", "-a", "-m", "one", "v1");
        sandbox.git(shop, "checkout", "-q", "main");
        sandbox.git(shop, "branch", "-q", "-D", "release");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-tag");

        // The hint, word for word.
        assertThat(Told.hint(sandbox.check(shop), "code.unpushed-tag"))
                .isEqualTo("git push origin refs/tags/v1; so that Git notes it: git config --add remote.origin.fetch"
                        + " '+refs/tags/*:refs/remotes/origin/tags/*' && git fetch origin");
        sandbox.git(shop, "push", "-q", "origin", "refs/tags/v1");
        sandbox.git(shop, "config", "--add", "remote.origin.fetch", "+refs/tags/*:refs/remotes/origin/tags/*");
        sandbox.git(shop, "fetch", "-q", "--prune", "origin");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aCleanLinkedWorktreeIsOkWhereverItIs() {
        Path shop = sandbox.clonedFromElsewhere();
        sandbox.git(
                shop,
                "worktree",
                "add",
                "-q",
                "--detach",
                sandbox.path("beside").toString());
        sandbox.git(
                shop,
                "worktree",
                "add",
                "-q",
                "--detach",
                shop.resolve(".trees/below").toString());

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(Told.bad(sandbox.check(sandbox.path("beside")))).isEmpty();
    }

    @Test
    void aSubmoduleAtItsRecordedCommitIsOk() {
        Path shop = sandbox.cloned();
        Path library = sandbox.init("library");
        sandbox.commit(library, "lib.php", "<?php\n");
        sandbox.git(shop, "submodule", "--quiet", "add", library.toString(), "lib");
        sandbox.git(shop, "commit", "-q", "-m", "library");
        sandbox.git(shop, "push", "-q");
        sandbox.git(shop.resolve("lib"), "checkout", "-q", "--detach");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aSparseCheckoutHidesNothing() {
        Path shop = sandbox.cloned();
        sandbox.commit(shop, "docs/manual.txt", "read me\n");
        sandbox.git(shop, "push", "-q");
        sandbox.git(shop, "update-index", "--skip-worktree", "docs/manual.txt");
        sandbox.git(shop, "update-index", "--assume-unchanged", "index.php");
        assertThat(shop.resolve("docs/manual.txt").toFile().delete()).isTrue();

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aShallowCloneIsOnlyAWarning() {
        Path shop = sandbox.cloned();
        sandbox.commit(shop, "two.php", "<?php\n");
        sandbox.git(shop, "push", "-q");
        Path thin = sandbox.path("thin");
        sandbox.git(temp, "clone", "-q", "--depth", "1", "file://" + sandbox.path("origin.git"), thin.toString());
        sandbox.elsewhere(thin);

        assertThat(Told.codes(sandbox.check(thin)))
                .containsExactlyInAnyOrder("warning code.shallow", "info code.as-of-last-fetch");
    }

    @Test
    void aPartialCloneMayLackWhatItsRemotePromised() {
        sandbox.cloned();
        sandbox.git(sandbox.path("origin.git"), "config", "uploadpack.allowFilter", "true");
        Path thin = sandbox.path("thin");
        String origin = "file://" + sandbox.path("origin.git");
        sandbox.git(temp, "clone", "-q", "--no-checkout", "--filter=blob:none", origin, thin.toString());
        sandbox.git(thin, "read-tree", "HEAD");
        sandbox.write(thin, "index.php", "<?php\n");

        assertThat(Told.bad(sandbox.check(thin))).isEmpty();
    }

    @Test
    void theRepositoryIsLeftAsItWasAndItsConfigurationRunsNothing() throws IOException {
        Path shop = sandbox.clonedFromElsewhere();
        Path trap = sandbox.path("trap.sh");
        Path sprung = sandbox.path("sprung");
        Files.writeString(trap, "#!/bin/sh\ntouch '" + sprung + "'\n");
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String key :
                new String[] {"core.fsmonitor", "core.sshCommand", "diff.external", "core.pager", "core.askPass"}) {
            sandbox.git(shop, "config", key, trap.toString());
        }
        Files.copy(trap, shop.resolve(".git/hooks/post-index-change"));
        // The file is as committed, but its time is not as the index has it: a status that may write would refresh it.
        Files.setLastModifiedTime(shop.resolve("index.php"), FileTime.from(Sandbox.NOW));
        byte[] before = Files.readAllBytes(shop.resolve(".git/index"));

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();

        assertThat(sprung).doesNotExist();
        assertThat(Files.readAllBytes(shop.resolve(".git/index"))).isEqualTo(before);
    }

    @Test
    void variablesOfASurroundingGitCallDoNotLeadAstray() {
        Path shop = sandbox.clonedFromElsewhere();
        Path other = sandbox.init("other");
        Map<String, String> environment = sandbox.environment();
        environment.put("GIT_DIR", other.resolve(".git").toString());
        environment.put("GIT_WORK_TREE", other.toString());
        environment.put("GIT_INDEX_FILE", other.resolve("index").toString());
        environment.put("GIT_TRACE", "1");
        environment.put("GIT_LITERAL_PATHSPECS", "1");

        GitReport report = new GitCheck(new SystemProcessRunner(new Cancellation(), environment), Sandbox.PATIENCE)
                .check(shop, Sandbox.NOW);

        assertThat(Told.codes(report)).containsExactly("info code.as-of-last-fetch");
        assertThat(report.facts().toplevel()).contains(shop);
    }
}
