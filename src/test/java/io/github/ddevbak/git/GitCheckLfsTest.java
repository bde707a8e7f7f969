package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Git LFS, kept and sent by git-lfs itself. */
class GitCheckLfsTest {
    private static final String NOT_PUSHED = "code.lfs-not-pushed";
    private static final String MISSING = "code.lfs-missing";

    private final Sandbox sandbox;
    private Path shop = Path.of("");

    GitCheckLfsTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
    }

    @BeforeEach
    void aPushedRepositoryWithAFileOfGitLfs() {
        assumeTrue(sandbox.has("git-lfs"));
        shop = sandbox.cloned();
        LargeFiles.in(sandbox, shop);
    }

    private List<String> codes() {
        return Told.codes(sandbox.check(shop)).stream()
                .filter(code -> code.contains("lfs"))
                .toList();
    }

    @Test
    void aCleanRepositoryThatIsPushedRaisesNoAlarm() {
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(codes()).isEmpty();

        sandbox.elsewhere(shop);
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(codes()).containsExactly("info code.lfs-not-asked");
    }

    @Test
    void aFreshCloneRaisesNoAlarm() {
        shop = sandbox.clonedInto(sandbox.path("again"));

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(codes()).isEmpty();
    }

    @Test
    void theContentOfACommitThatIsNotPushedIsALossWithNumbersAndNames() {
        sandbox.commit(shop, "two.bin", "2".repeat(2000));
        sandbox.commit(shop, "three.bin", "3".repeat(3000));
        for (String remote : List.of("here", "elsewhere")) {
            GitReport report = sandbox.check(shop);

            assertThat(Told.bad(report)).as(remote).containsExactlyInAnyOrder("code.unpushed-branch", NOT_PUSHED);
            assertThat(Told.sentence(report, NOT_PUSHED))
                    .contains("2 objects (5.0 kB)", "the remote origin was not given", "two.bin", "three.bin");
            assertThat(Told.hint(report, NOT_PUSHED)).contains("git lfs push --all origin");
            sandbox.elsewhere(shop);
        }
    }

    @Test
    void aContentThatAPushWithoutItsHookDidNotSendIsALossWhereTheRemoteCanBeSeen() {
        sandbox.commit(shop, "two.bin", "2".repeat(2000));
        sandbox.commit(shop, "two.bin", "3".repeat(3000));
        sandbox.git(shop, "push", "-q", "--no-verify");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly(NOT_PUSHED);
        assertThat(Told.sentence(report, NOT_PUSHED)).contains("2 objects (5.0 kB)", "two.bin");

        sandbox.git(shop, "lfs", "push", "--all", "origin");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aContentThatWasPushedBeforeIsNoLossInALaterCommit() {
        String first = LargeFiles.CONTENT;
        sandbox.commit(shop, "one.bin", "other");
        sandbox.git(shop, "push", "-q");
        sandbox.commit(shop, "one.bin", first);
        sandbox.commit(shop, "copy.bin", "other");
        sandbox.elsewhere(shop);

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void aStashHoldsItsContentHereOnly() {
        sandbox.write(shop, "one.bin", "put aside");
        sandbox.git(shop, "stash", "-q");
        sandbox.write(shop, "one.bin", "put aside later");
        sandbox.git(shop, "stash", "-q");
        sandbox.elsewhere(shop);

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.stash", NOT_PUSHED);
        assertThat(Told.sentence(report, NOT_PUSHED)).contains("2 objects (24 B)");
    }

    @Test
    void whatIsNotCommittedIsToldAsAnyOtherFile() {
        sandbox.write(shop, "one.bin", "changed");
        sandbox.write(shop, "new.bin", "new");
        sandbox.write(shop, "staged.bin", "staged");
        sandbox.git(shop, "add", "staged.bin");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.staged", "code.unstaged", "code.untracked");
        assertThat(Told.sentence(report, "code.unstaged")).contains("1 changed path: one.bin.");
    }

    @Test
    void aFileOfWhichOnlyThePointerIsHereIsToldAndIsNoLossWhereTheRemoteHasIt() {
        shop = LargeFiles.cloneOfPointers(sandbox);

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(Told.codes(report)).contains("warning " + MISSING);
        assertThat(Told.sentence(report, MISSING)).contains("1 object (1.0 kB)", "only their pointers: one.bin.");
        sandbox.git(shop, "lfs", "pull");
        assertThat(codes()).isEmpty();
    }

    @Test
    void aFileOfWhichOnlyThePointerIsLeftAnywhereIsALoss() throws IOException {
        Path pointers = LargeFiles.cloneOfPointers(sandbox);
        sandbox.remove(sandbox.path("origin.git").resolve("lfs"));
        GitReport report = sandbox.check(pointers);
        assertThat(Told.bad(report)).containsExactly(MISSING);
        assertThat(Told.sentence(report, MISSING)).contains("neither here nor known to be on a remote: one.bin.");

        sandbox.elsewhere(shop);
        sandbox.commit(shop, "two.bin", "2".repeat(2000));
        sandbox.remove(shop.resolve(".git/lfs/objects"));
        Files.delete(shop.resolve("two.bin"));
        assertThat(Told.bad(sandbox.check(shop))).contains(MISSING);
    }

    @Test
    void whereGitLfsIsNotSetUpItIsSaidThatContentsWereNotCompared() {
        sandbox.git(shop, "config", "--global", "--remove-section", "filter.lfs");

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).contains("warning code.lfs-not-set-up");
        assertThat(Told.sentence(report, "code.lfs-not-set-up")).contains("1 file for Git LFS");
    }

    @Test
    void whereTheContentGoesElsewhereTheRemoteOnThisMachineProvesNothing() {
        sandbox.git(shop, "config", "-f", ".lfsconfig", "lfs.url", "https://lfs.example.org/shop");
        sandbox.git(shop, "add", ".lfsconfig");
        sandbox.git(shop, "commit", "-q", "-m", "elsewhere");
        sandbox.commit(shop, "two.bin", "2".repeat(2000));
        sandbox.git(shop, "push", "-q", "--no-verify");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(codes()).containsExactly("info code.lfs-not-asked");
    }

    @Test
    void noProgramThatTheRepositoryNamesForGitLfsIsRun() {
        sandbox.commit(shop, "index.php", "more");
        String trap = "touch " + sandbox.path("ran");
        sandbox.git(shop, "config", "lfs.customtransfer.evil.path", trap);
        sandbox.git(shop, "config", "lfs.standalonetransferagent", "evil");
        sandbox.git(shop, "config", "lfs.extension.evil.clean", trap);
        sandbox.write(shop, ".lfsconfig", "[lfs]\n\tstandalonetransferagent = evil\n");
        sandbox.write(shop, "one.bin", "changed");

        assertThat(Told.bad(sandbox.check(shop))).contains("code.unstaged");
        assertThat(sandbox.path("ran")).doesNotExist();
    }

    @Test
    void aBrokenContentIsNotTakenForOne() throws IOException {
        sandbox.commit(shop, "two.bin", "2".repeat(2000));
        try (var files = Files.walk(shop.resolve(".git/lfs/objects"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                // In place it would be broken on the remote, too: git-lfs makes a hard link there.
                Files.delete(each);
                Files.writeString(each, "short");
            }
        }
        Files.delete(shop.resolve("two.bin"));

        assertThat(Told.bad(sandbox.check(shop))).contains(MISSING).doesNotContain(NOT_PUSHED);
    }

    @Test
    void aCommitOfALinkedWorkTreeHasItsContentHereOnly() {
        sandbox.worktree(shop, "linked");
        sandbox.commit(sandbox.path("linked"), "two.bin", "2".repeat(2000));

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.worktree-detached", NOT_PUSHED);
        assertThat(Told.sentence(report, NOT_PUSHED)).contains("1 object (2.0 kB)", "two.bin");
    }

    @Test
    void aLinkedWorkTreeAsksForTheSameContents() {
        sandbox.worktree(shop, "linked");
        assertThat(Told.bad(sandbox.check(sandbox.path("linked")))).isEmpty();

        sandbox.commit(sandbox.path("linked"), "two.bin", "2".repeat(2000));

        assertThat(Told.bad(sandbox.check(sandbox.path("linked")))).contains(NOT_PUSHED);
    }

    @Test
    void contentsOfASubmoduleAndOfARepositoryInsideAreToldWithItsPlace() {
        sandbox.submodule(shop);
        Path library = sandbox.path("library");
        sandbox.git(library, "config", "receive.denyCurrentBranch", "ignore");
        Path nested = shop.resolve("mine");
        sandbox.git(shop, "clone", "-q", sandbox.bare("mine.git").toString(), nested.toString());
        for (Path each : List.of(shop.resolve("lib"), nested)) {
            LargeFiles.in(sandbox, each);
            sandbox.commit(each, "two.bin", "2".repeat(2000));
            sandbox.git(each, "push", "-q", "--no-verify");
        }
        sandbox.git(shop, "commit", "-q", "-a", "-m", "newer library");
        sandbox.git(shop, "push", "-q");

        GitReport report = sandbox.check(shop);

        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals(NOT_PUSHED))
                .extracting(finding -> finding.sentence().split(": ", 2)[0])
                .containsExactlyInAnyOrder("Submodule lib", "Nested repository mine/");
    }

    @Test
    void thatNobodyAskedForContentsIsToldOfASubmoduleToo() {
        sandbox.submodule(shop);
        Path library = sandbox.path("library");
        sandbox.git(library, "config", "receive.denyCurrentBranch", "ignore");
        LargeFiles.in(sandbox, shop.resolve("lib"));
        sandbox.git(shop.resolve("lib"), "remote", "set-url", "origin", "https://example.org/lib.git");

        assertThat(sandbox.check(shop).findings())
                .extracting(finding -> finding.sentence())
                .anyMatch(sentence -> sentence.startsWith("Submodule lib: 1 object (1.0 kB) in Git LFS that remotes are"
                        + " taken to have, as they have the commits"));
    }
}
