package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refs besides branches and tags: those that hold commits, those of git's own, and those that cannot be believed. */
class GitCheckRefsTest {
    private final Sandbox sandbox;
    private final Path shop;

    GitCheckRefsTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
    }

    /** Makes a commit that no branch has, and answers with its name. */
    private String loose() {
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "a", "1");
        String oid = sandbox.git(shop, "rev-parse", "HEAD");
        sandbox.git(shop, "checkout", "-q", "main");
        return oid;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/original/refs/heads/main",
                "refs/wip/größe",
                "refs/notes/review",
                "refs/replace/1234567890123456789012345678901234567890",
                "refs/bisect/bad",
                "refs/jj/keep/1"
            })
    void aRefOfAnotherKindThatAloneHoldsACommitIsALossLooseAndPacked(String name) {
        sandbox.git(shop, "update-ref", name, loose());

        GitReport loose = sandbox.check(shop);
        sandbox.git(shop, "pack-refs", "--all", "--prune");

        assertThat(Told.bad(loose)).containsExactly("code.unpushed-ref");
        assertThat(Told.sentence(loose, "code.unpushed-ref"))
                .isEqualTo("1 commit held only by 1 ref: " + name + ", which no push sends by itself, and nothing here"
                        + " shows that a remote has them, the oldest 3 days old.");
        assertThat(Told.hint(loose, "code.unpushed-ref"))
                .contains("git push origin ")
                .contains("update-ref -d");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-ref");
    }

    @Test
    void aRefToAnAnnotatedTagIsFollowedToItsCommit() {
        sandbox.git(shop, "tag", "-a", "-m", "one", "v1", loose());
        sandbox.git(shop, "update-ref", "refs/wip/v1", "v1");
        sandbox.git(shop, "tag", "-d", "v1");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-ref");
    }

    @Test
    void whatABranchOrARemoteHasIsNotToldOnceMore() {
        sandbox.git(shop, "update-ref", "refs/original/refs/heads/main", "main");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();

        sandbox.commit(shop, "a", "1");
        sandbox.git(shop, "update-ref", "refs/wip/main", "main");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void aRefThatARemoteOnThisMachineOrAnAskedOneHasIsPushed() {
        sandbox.git(shop, "update-ref", "refs/wip/menu", loose());
        sandbox.git(shop, "push", "-q", "origin", "refs/wip/menu");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/prefetch/remotes/origin/main",
                "refs/rewritten/onto",
                "refs/bundles/main",
                "refs/pull/7/head"
            })
    void refsOfGitItselfAndThoseThatAFetchBringsAreNoLoss(String name) {
        sandbox.git(shop, "config", "--add", "remote.origin.fetch", "+refs/pull/*:refs/pull/*");
        sandbox.git(shop, "update-ref", name, loose());

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void whatABisectMarkedIsToldAsTheBisect() {
        String oid = loose();
        sandbox.git(shop, "bisect", "start", oid, "main");

        assertThat(Told.bad(sandbox.check(shop)))
                .doesNotContain("code.unpushed-ref")
                .contains("code.in-progress");
    }

    @Test
    void headsThatGitNotesForItselfAndRefsToContentsAreNoLoss() throws IOException {
        String oid = loose();
        for (String name : List.of("FETCH_HEAD", "ORIG_HEAD")) {
            Files.writeString(shop.resolve(".git").resolve(name), oid + "\n");
        }
        sandbox.git(shop, "update-ref", "refs/wip/content", sandbox.git(shop, "rev-parse", "HEAD:index.php"));
        sandbox.git(shop, "update-ref", "refs/wip/tree", sandbox.git(shop, "rev-parse", "HEAD^{tree}"));

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\n", "", "\n", "1234567890123456789012345678901234567890\n", "ref: nothing/here\n"})
    void aBrokenRemoteTrackingRefIsToldAndProvesNothing(String text) throws IOException {
        sandbox.commit(shop, "a", "1");
        Files.writeString(shop.resolve(".git/refs/remotes/origin/odd"), text);

        assertThat(Told.bad(sandbox.check(shop))).containsAnyOf("code.unreadable", "code.unpushed-branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789012345678901234567890", "garbage"})
    void aBrokenPackedRemoteTrackingRefIsToldAndProvesNothing(String oid) throws IOException {
        sandbox.git(shop, "pack-refs", "--all", "--prune");
        sandbox.commit(shop, "a", "1");
        Path packed = shop.resolve(".git/packed-refs");
        Files.writeString(packed, Files.readString(packed) + oid + " refs/remotes/origin/odd\n");

        assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");
    }

    @Test
    void aTrackingRefThatNamesAMissingObjectProvesNothingForABranchOfTheSameName() throws IOException {
        sandbox.commit(shop, "a", "1");
        String oid = sandbox.git(shop, "rev-parse", "HEAD");
        Files.writeString(shop.resolve(".git/refs/remotes/origin/main"), oid + "\n");
        Files.delete(shop.resolve(".git/objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2)));

        assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads", "heads/main"})
    void aTrackingRefThatIsALinkToABranchProvesNothing(String target) throws IOException {
        sandbox.commit(shop, "a", "1");
        Path remotes = shop.resolve(".git/refs/remotes");
        Files.createSymbolicLink(remotes.resolve("origin/linked"), remotes.resolveSibling(target));

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(Told.sentence(report, "code.tracking-ref-not-of-remote")).contains("refs/remotes/origin/linked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remotes", "remotes/origin"})
    void aFolderOfTrackingRefsThatIsALinkToTheBranchesProvesNothing(String folder) throws IOException {
        sandbox.commit(shop, "a", "1");
        Path place = shop.resolve(".git/refs").resolve(folder);
        sandbox.remove(place);
        Files.createSymbolicLink(place, shop.resolve(".git/refs/heads"));

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void theUsualNameOfARemotesHeadIsNoSuchRef() {
        sandbox.git(shop, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone");
        sandbox.git(shop, "branch", "older", "main");
        sandbox.git(shop, "update-ref", "refs/wip/main", "main^{tree}");

        assertThat(Told.codes(sandbox.check(shop))).noneMatch(code -> code.endsWith("not-of-remote"));
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }
}
