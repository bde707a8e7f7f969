package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the remotes have now, as against the last fetch. */
class GitCheckFetchTest {
    private static final GitCheck.Depth FETCH = new GitCheck.Depth(true, false);

    private final Sandbox sandbox;
    private final Path shop;
    private final Path other;

    GitCheckFetchTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
        other = sandbox.path("other");
        sandbox.git(temp, "clone", "-q", sandbox.path("origin.git").toString(), other.toString());
    }

    /** How the same remote is reached. */
    enum Way {
        /** Its folder is read. */
        PATH,
        /** Git on both ends, as through a network. */
        UPLOAD_PACK;

        void over(Sandbox sandbox, Path folder) {
            if (this == UPLOAD_PACK) {
                Served.over(sandbox, folder);
            }
        }
    }

    private GitReport look() {
        return new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox)).check(shop, Sandbox.NOW, FETCH);
    }

    @ParameterizedTest
    @EnumSource
    void aCleanCloneIsCleanAsOfNow(Way way) {
        way.over(sandbox, shop);

        GitReport report = look();

        assertThat(Told.bad(report)).isEmpty();
        assertThat(report.facts().fetched()).isTrue();
        assertThat(report.facts().asOf().map(known -> known.words(Sandbox.NOW))).contains("now");
    }

    @ParameterizedTest
    @EnumSource
    void aRemoteThatIsAheadIsNoLoss(Way way) {
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        way.over(sandbox, shop);

        assertThat(Told.bad(look())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatSomebodyElsePushedForUsIsOnTheRemote(Way way) {
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(other, "pull", "-q", shop.toString(), "main");
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        way.over(sandbox, shop);

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
        assertThat(Told.bad(look())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUnpushedCommitIsALossAlsoWhereTheRemoteIsAhead(Way way) {
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        sandbox.commit(shop, "ours.php", "ours");
        way.over(sandbox, shop);

        GitReport report = look();

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(Told.sentence(report, "code.unpushed-branch")).contains("Branch main has 1 commit ");
    }

    @ParameterizedTest
    @EnumSource
    void aRemoteThatWasSetBackIsALossThoughGitStatusIsClean(Way way) {
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.commit(shop, "more.php", "more");
        sandbox.git(shop, "push", "-q");
        sandbox.git(other, "push", "-q", "--force", "origin", "main");
        way.over(sandbox, shop);
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();

        GitReport report = look();

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.unpushed-branch", "code.remote-rewound");
        assertThat(Told.sentence(report, "code.remote-rewound"))
                .contains("origin", "2 commits", "3 days old", "1 branch: main");
        assertThat(Told.hint(report, "code.remote-rewound")).contains("git branch kept/main refs/remotes/origin/main");
    }

    @ParameterizedTest
    @EnumSource
    void aBranchThatIsGoneFromTheRemoteIsToldAndALossWhereItIsOurs(Way way) {
        sandbox.git(shop, "checkout", "-q", "-b", "feature");
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(shop, "push", "-q", "-u", "origin", "feature");
        sandbox.git(other, "push", "-q", "origin", "--delete", "feature");
        way.over(sandbox, shop);

        GitReport report = look();

        assertThat(Told.codes(report)).contains("loss code.unpushed-branch", "warning code.remote-branch-gone");
        assertThat(Told.sentence(report, "code.remote-branch-gone")).contains("1 branch: feature", "1 commit");

        sandbox.git(shop, "checkout", "-q", "main");
        sandbox.git(shop, "branch", "-D", "feature");
        assertThat(Told.bad(look())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBranchThatWasMergedAndDeletedThereIsNoLoss(Way way) {
        sandbox.git(shop, "checkout", "-q", "-b", "feature");
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(shop, "push", "-q", "-u", "origin", "feature");
        sandbox.git(other, "pull", "-q", "origin", "feature");
        sandbox.git(other, "push", "-q", "origin", "main");
        sandbox.git(other, "push", "-q", "origin", "--delete", "feature");
        way.over(sandbox, shop);

        assertThat(Told.codes(look()))
                .noneMatch(code -> code.startsWith("loss") || code.startsWith("warning code.remote-branch"));
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatARequestForMergingHoldsIsOnTheRemote(Way way) {
        sandbox.git(shop, "checkout", "-q", "-b", "feature");
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(shop, "push", "-q", "origin", "feature:refs/pull/7/head");
        way.over(sandbox, shop);

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
        assertThat(Told.bad(look())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tagsAreProvedOneByOne(Way way) {
        sandbox.git(shop, "tag", "-a", "pushed", "-m", "pushed");
        sandbox.git(shop, "tag", "light-pushed");
        sandbox.git(shop, "push", "-q", "--tags");
        way.over(sandbox, shop);
        assertThat(Told.codes(look())).noneMatch(code -> code.contains("tag"));

        sandbox.git(shop, "tag", "-a", "release-1", "-m", "one");
        sandbox.git(shop, "tag", "light");
        GitReport report = look();

        assertThat(Told.codes(report)).contains("loss code.unpushed-tag-object", "warning code.unpushed-tag-name");
        assertThat(Told.sentence(report, "code.unpushed-tag-object")).contains("1 annotated tag", "release-1");
        assertThat(Told.hint(report, "code.unpushed-tag-object")).contains("git push origin refs/tags/release-1");
        assertThat(Told.sentence(report, "code.unpushed-tag-name")).contains(": light;");
    }

    @ParameterizedTest
    @EnumSource
    void aTagThatHoldsCommitsAloneIsALossUntilItIsPushed(Way way) {
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");
        sandbox.git(shop, "checkout", "-q", "main");
        way.over(sandbox, shop);
        assertThat(Told.bad(look())).containsExactly("code.unpushed-tag");

        sandbox.git(shop, "push", "-q", sandbox.path("origin.git").toString(), "v1");

        assertThat(Told.bad(look())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTagThatCameWithTheCloneIsALossWhereTheRemoteHasItNoMore(Way way) {
        sandbox.git(other, "checkout", "-q", "--detach");
        sandbox.commit(other, "old.php", "old");
        sandbox.git(other, "tag", "v1");
        sandbox.git(other, "push", "-q", "origin", "v1");
        // HEAD's log says when: after the tag's commit, which is three days old.
        sandbox.at(Sandbox.NOW.minus(Duration.ofDays(1)));
        Path late = sandbox.clonedInto(sandbox.path("late"));
        sandbox.git(sandbox.path("origin.git"), "tag", "-d", "v1");
        String url = sandbox.git(late, "remote", "get-url", "origin");
        sandbox.elsewhere(late);
        assertThat(Told.bad(sandbox.check(late))).isEmpty();
        sandbox.git(late, "remote", "set-url", "origin", url);
        way.over(sandbox, late);

        GitReport report = new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox))
                .check(late, Sandbox.NOW, FETCH);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-tag");
        assertThat(Told.sentence(report, "code.unpushed-tag")).contains("1 tag: v1");
    }

    @ParameterizedTest
    @EnumSource
    void aShallowCloneCanBeCounted(Way way) {
        sandbox.commit(other, "more.php", "more");
        sandbox.commit(other, "more.php", "even more");
        sandbox.git(other, "push", "-q");
        Path thin = sandbox.path("thin");
        sandbox.git(shop, "clone", "-q", "--depth=1", "file://" + sandbox.path("origin.git"), thin.toString());
        sandbox.commit(other, "more.php", "and more");
        sandbox.git(other, "push", "-q");
        sandbox.commit(thin, "ours.php", "ours");
        way.over(sandbox, thin);

        GitReport report = new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox))
                .check(thin, Sandbox.NOW, FETCH);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
        assertThat(Told.sentence(report, "code.unpushed-branch")).contains("1 commit ");
    }

    @Test
    void aRepositoryWithTheLongerHashCanBeAsked() {
        Path origin = sandbox.path("long.git");
        sandbox.git(shop, "init", "-q", "--bare", "--object-format=sha256", origin.toString());
        Path first = sandbox.path("long");
        sandbox.git(shop, "init", "-q", "--object-format=sha256", first.toString());
        sandbox.commit(first, "a.php", "a");
        sandbox.git(first, "remote", "add", "origin", origin.toString());
        sandbox.git(first, "push", "-q", "-u", "origin", "main");
        Path second = sandbox.path("long-clone");
        sandbox.git(shop, "clone", "-q", origin.toString(), second.toString());
        sandbox.commit(second, "b.php", "b");
        sandbox.git(second, "push", "-q");
        Served.over(sandbox, first);

        GitReport report = new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox))
                .check(first, Sandbox.NOW, FETCH);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(report.facts().fetched()).isTrue();
    }

    @Test
    void onlyCommitsAreFetchedWhereTheRemoteCanSendThemAlone() {
        sandbox.git(sandbox.path("origin.git"), "config", "uploadpack.allowFilter", "true");
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(other, "pull", "-q", shop.toString(), "main");
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "tag", "-a", "v2", "-m", "two");
        sandbox.git(other, "push", "-q", "--follow-tags");
        Served.over(sandbox, shop);

        GitReport report = look();

        assertThat(Told.bad(report)).isEmpty();
        assertThat(report.facts().fetched()).isTrue();
    }

    @Test
    void aPartialCloneCanBeCounted() {
        sandbox.git(sandbox.path("origin.git"), "config", "uploadpack.allowFilter", "true");
        Path thin = sandbox.path("thin");
        sandbox.git(shop, "clone", "-q", "--filter=blob:none", "file://" + sandbox.path("origin.git"), thin.toString());
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        sandbox.commit(thin, "ours.php", "ours");
        Served.over(sandbox, thin);

        GitReport report = new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox))
                .check(thin, Sandbox.NOW, FETCH);

        assertThat(Told.bad(report)).containsExactly("code.unpushed-branch");
    }

    @Test
    void aBundleIsARemoteToo() {
        sandbox.git(shop, "bundle", "create", "-q", sandbox.path("shop.bundle").toString(), "--all");
        sandbox.git(shop, "config", "remote.origin.url", "../shop.bundle");
        assertThat(Told.bad(look())).isEmpty();

        sandbox.commit(shop, "ours.php", "ours");
        assertThat(Told.bad(look())).containsExactly("code.unpushed-branch");
    }

    @Test
    void aRemoteWithoutARefHasNothing() {
        Path empty = sandbox.bare("empty.git");
        sandbox.git(shop, "config", "remote.origin.url", empty.toString());
        Served.over(sandbox, shop);

        assertThat(Told.bad(look())).containsExactly("code.unpushed-branch");
    }

    @Test
    void twoRemotesCountTogether() {
        sandbox.bare("second.git");
        sandbox.git(shop, "remote", "add", "second", sandbox.path("second.git").toString());
        sandbox.commit(shop, "ours.php", "ours");
        sandbox.git(shop, "push", "-q", "second", "main");
        sandbox.git(shop, "update-ref", "-d", "refs/remotes/second/main");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
        assertThat(Told.bad(look())).isEmpty();
    }

    @Test
    void aTagOfARepositoryOnThisMachineIsProvedWithoutBeingTold() {
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-tag-object");

        sandbox.git(shop, "push", "-q", "origin", "v1");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aTagCannotBeJudgedWithoutAskingANetworkAndThatIsTold() {
        sandbox.elsewhere(shop);
        sandbox.at(Sandbox.NOW);
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).contains("info code.tags-not-asked");
        assertThat(Told.bad(report)).isEmpty();
        assertThat(Told.hint(report, "code.tags-not-asked")).contains("--fetch");
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        sandbox.commit(shop, "ours.php", "ours");
        Served.over(sandbox, shop);
        List<Path> made = new ArrayList<>();

        new GitCheck(
                        call -> {
                            call.command().stream()
                                    .filter(word -> word.startsWith("--git-dir="))
                                    .forEach(word -> made.add(Path.of(word.substring("--git-dir=".length()))));
                            return sandbox.runner().run(call);
                        },
                        Sandbox.PATIENCE,
                        Served.access(sandbox))
                .check(shop, Sandbox.NOW, FETCH);

        assertThat(made).hasSize(2);
        assertThat(Files.exists(made.get(0))).isFalse();
    }
}
