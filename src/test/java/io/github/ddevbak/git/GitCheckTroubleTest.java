package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that cannot be read is an error, never "nothing to lose". */
class GitCheckTroubleTest {
    private final Path temp;
    private final Sandbox sandbox;
    private final Path shop;

    GitCheckTroubleTest(@TempDir Path temp) {
        this.temp = temp;
        sandbox = new Sandbox(temp);
        shop = sandbox.clonedFromElsewhere();
    }

    @Test
    void withoutGitNothingIsKnown() {
        ProcessRunner runner = new SystemProcessRunner(new Cancellation(), Map.of("PATH", temp.toString()));

        GitReport report = new GitCheck(runner, Sandbox.PATIENCE).check(shop, Sandbox.NOW);

        assertThat(Told.codes(report)).containsExactly("error code.git-missing");
        assertThat(report.state()).isEqualTo(PartState.FAILED);
    }

    @Test
    void appleSGitThatOnlyAsksToInstallItIsNoGit() {
        ProcessRunner runner = mock(ProcessRunner.class);
        when(runner.run(any()))
                .thenReturn(ProcessResult.exited(
                        1, "", "xcrun: error: invalid active developer path (/Library/Developer), missing xcrun\n"));

        assertThat(Told.codes(new GitCheck(runner, Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                .containsExactly("error code.git-missing");
    }

    @Test
    void aGitThatDoesNotAnswerIsAnError() {
        ProcessRunner runner = mock(ProcessRunner.class);
        Ending late = new Ending.TimedOut(Duration.ofSeconds(30));
        when(runner.run(any())).thenReturn(new ProcessResult(late, "", false, "", Duration.ofSeconds(30)));

        GitReport report = new GitCheck(runner, Sandbox.PATIENCE).check(shop, Sandbox.NOW);

        assertThat(Told.codes(report)).containsExactly("error code.no-answer");
        assertThat(Told.sentence(report, "code.no-answer")).contains("no end within 30 s", shop.toString());
        assertThat(report.state()).isEqualTo(PartState.FAILED);
    }

    @Test
    void aListThatIsTooLongToKeepIsNotTakenForTheWhole() {
        ProcessRunner real = sandbox.runner();
        ProcessRunner cut = call -> {
            ProcessResult result = real.run(call);
            boolean status = call.command().contains("status");
            return new ProcessResult(result.ending(), result.stdout(), status, result.stderrTail(), result.took());
        };

        assertThat(Told.codes(new GitCheck(cut, Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                .containsExactly("error code.no-answer");
    }

    @Test
    void anAnswerInAnotherFormIsAnError() {
        ProcessRunner real = sandbox.runner();
        for (String answer : new String[] {"1 M. N...\0", "u\0", "?\0"}) {
            ProcessRunner lying =
                    call -> call.command().contains("status") ? ProcessResult.exited(0, answer, "") : real.run(call);

            assertThat(Told.codes(new GitCheck(lying, Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                    .containsExactly("error code.unreadable");
        }
        sandbox.commit(shop, "unpushed.php", "1");
        ProcessRunner lying = call ->
                call.command().contains("rev-list") ? ProcessResult.exited(0, "today abc\n", "") : real.run(call);
        assertThat(Told.codes(new GitCheck(lying, Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                .containsExactly("error code.unreadable");
    }

    @Test
    void aCancelledLookIsAnErrorNotAnAllClear() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        GitReport report = new GitCheck(new SystemProcessRunner(cancellation, sandbox.environment()), Sandbox.PATIENCE)
                .check(shop, Sandbox.NOW);

        assertThat(Told.codes(report)).containsExactly("error code.no-answer");
    }

    @Test
    void aFolderThatIsGoneIsAnError() {
        assertThat(Told.codes(sandbox.check(sandbox.path("gone")))).containsExactly("error code.unreadable");
    }

    @Test
    void aRepositoryOfSomebodyElseIsToldWithGitsOwnAdvice() {
        Map<String, String> environment = sandbox.environment();
        // Git's own way to play this without a second user (setup.c, ensure_valid_ownership).
        environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

        GitReport report = new GitCheck(new SystemProcessRunner(new Cancellation(), environment), Sandbox.PATIENCE)
                .check(shop, Sandbox.NOW);

        assertThat(Told.codes(report)).containsExactly("error code.unreadable");
        assertThat(Told.hint(report, "code.unreadable"))
                .contains("git config --global --add safe.directory", shop.toString());
    }

    @Test
    void aGitFileThatPointsNowhereIsAnErrorEvenBelowAnotherRepository() throws IOException {
        Path inside = Files.createDirectory(shop.resolve("inside"));
        Files.writeString(inside.resolve(".git"), "gitdir: /nowhere/at/all\n");
        Path outside = Files.createDirectory(sandbox.path("outside"));
        Files.writeString(outside.resolve(".git"), "no pointer");

        assertThat(Told.codes(sandbox.check(inside))).containsExactly("error code.unreadable");
        assertThat(Told.codes(sandbox.check(outside))).containsExactly("error code.unreadable");
    }

    @Test
    void aDamagedRepositoryIsNotTakenForNoneNorForTheOneAroundIt() throws IOException {
        Path inner = sandbox.init("shop/inner");
        Files.delete(inner.resolve(".git/HEAD"));
        Path alone = sandbox.init("alone");
        Files.write(alone.resolve(".git/HEAD"), new byte[0]);

        assertThat(Told.codes(sandbox.check(inner))).containsExactly("error code.unreadable");
        assertThat(Told.codes(sandbox.check(alone))).containsExactly("error code.unreadable");
    }

    @Test
    void anObjectOfHeadThatIsMissingIsAnErrorWhicheverItIs() throws IOException {
        sandbox.commit(shop, "folder/page.php", "page");
        for (String object : new String[] {"HEAD", "HEAD^{tree}", "HEAD:folder", "HEAD:folder/page.php"}) {
            String oid = sandbox.git(shop, "rev-parse", object);
            Path file =
                    shop.resolve(".git/objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
            Path aside = sandbox.path("aside");
            Files.move(file, aside);

            assertThat(Told.codes(sandbox.check(shop))).as(object).containsExactly("error code.unreadable");
            Files.move(aside, file);
        }
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void aCommitOrFolderThatACrashEmptiedIsAnError() throws IOException {
        sandbox.commit(shop, "folder/page.php", "page");
        for (String object : new String[] {"HEAD", "HEAD^{tree}", "HEAD:folder"}) {
            String oid = sandbox.git(shop, "rev-parse", object);
            Path file =
                    shop.resolve(".git/objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
            Path aside = sandbox.path("aside");
            Files.move(file, aside);
            Files.write(file, new byte[0]);

            assertThat(Told.codes(sandbox.check(shop))).as(object).containsExactly("error code.unreadable");

            Files.delete(file);
            Files.move(aside, file);
        }
    }

    @Test
    void anObjectOfTheIndexThatIsMissingIsAnError() throws IOException {
        sandbox.write(shop, "staged.php", "staged");
        sandbox.git(shop, "add", "staged.php");
        String oid = sandbox.git(shop, "rev-parse", ":staged.php");
        Files.delete(shop.resolve(".git/objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2)));

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).containsExactly("error code.unreadable");
        assertThat(Told.sentence(report, "code.unreadable")).contains(oid);
    }

    @Test
    void aDamagedIndexIsAnError() throws IOException {
        Path index = shop.resolve(".git/index");
        byte[] whole = Files.readAllBytes(index);
        for (int length : new int[] {whole.length / 2, 5, 0}) {
            Files.write(index, Arrays.copyOf(whole, length));

            assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");
        }
    }

    @Test
    void aBranchThatACrashEmptiedIsAnErrorNotLeftOut() throws IOException {
        sandbox.git(shop, "branch", "feature");
        Files.write(shop.resolve(".git/refs/heads/feature"), new byte[0]);
        assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");
        assertThat(Told.sentence(sandbox.check(shop), "code.unreadable")).contains("refs/heads/feature");

        Files.writeString(shop.resolve(".git/refs/heads/feature"), "1".repeat(40) + "\n");
        assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");
    }

    @Test
    void aBareRepositoryIsNoProject() {
        assertThat(Told.codes(sandbox.check(sandbox.path("origin.git")))).containsExactly("loss code.bare-repository");
    }

    @Test
    void aFolderThatMayNotBeReadIsAnError() throws IOException {
        Path git = shop.resolve(".git");
        Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("---------"));
        try {
            // Who may read everything, such as root in a container, sees a whole repository.
            boolean privileged = Files.isReadable(git);

            assertThat(Told.bad(sandbox.check(shop)).equals(List.of("code.unreadable")))
                    .isEqualTo(!privileged);
        } finally {
            Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aSubmoduleThatCannotBeReadIsAnError() throws IOException {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        sandbox.submodule(shop);
        Files.writeString(shop.resolve("lib/.git"), "gitdir: /nowhere\n");

        GitReport report = sandbox.check(shop);

        assertThat(report.state()).isEqualTo(PartState.FAILED);
        assertThat(Told.sentence(report, "code.unreadable")).contains("lib");
    }

    /** Spoils the index while git answers this question for the first times, and puts it back. */
    private ProcessRunner spoiling(String question, int times) {
        Path index = shop.resolve(".git/index");
        AtomicInteger spoilt = new AtomicInteger();
        return invocation -> {
            if (!invocation.command().contains(question) || spoilt.incrementAndGet() > times) {
                return sandbox.runner().run(invocation);
            }
            try {
                byte[] whole = Files.readAllBytes(index);
                Files.write(index, Arrays.copyOf(whole, 5));
                try {
                    return sandbox.runner().run(invocation);
                } finally {
                    Files.write(index, whole);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void whatIsBeingWrittenWhileItIsReadIsLookedAtOnceMore() {
        GitReport report = new GitCheck(spoiling("status", 1), Sandbox.PATIENCE).check(shop, Sandbox.NOW);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(report.facts().head()).isPresent();
        assertThat(Told.codes(new GitCheck(spoiling("status", 2), Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                .containsExactly("error code.unreadable");
    }

    @Test
    void whatDoesNotAnswerIsNotAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        ProcessRunner silent = invocation -> {
            asked.incrementAndGet();
            return new SystemProcessRunner(new Cancellation(), Map.of("PATH", temp.toString())).run(invocation);
        };

        assertThat(Told.codes(new GitCheck(silent, Sandbox.PATIENCE).check(shop, Sandbox.NOW)))
                .containsExactly("error code.git-missing");
        assertThat(asked).hasValue(1);
    }
}
