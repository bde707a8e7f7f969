package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository is data: whatever its own configuration says, looking at it runs nothing. */
class HostileRepositoryTest {
    private final Sandbox sandbox;
    private final Hostile hostile;
    private final Path shop;

    HostileRepositoryTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        hostile = new Hostile(sandbox);
        shop = sandbox.clonedFromElsewhere();
    }

    @Test
    void theTrapsAreRealForWhoAsksGitPlainly() {
        hostile.filters(shop);
        for (String name : List.of("plain.e", "odd.o", "long.p", "picture.bin")) {
            sandbox.asking(shop, "status", "--", name);
        }
        assertThat(hostile.ran()).contains("clean", "clean-with-an-odd-name", "process", "lfs-process");
    }

    @Test
    void theOtherTrapsAreRealToo() {
        hostile.poison(shop);
        hostile.forget();

        sandbox.asking(shop, "status");
        assertThat(hostile.ran()).contains("included");
        sandbox.asking(shop, "tag", "v1");
        assertThat(hostile.ran()).contains("hook-reference-transaction");
        sandbox.asking(shop, "fetch", "evil");
        assertThat(hostile.ran()).contains("ext");
    }

    @Test
    void aLookRunsNothing() {
        hostile.poison(shop);
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");
        hostile.forget();

        sandbox.check(shop);

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void askingTheRemotesAndReadingEveryObjectRunsNothing() {
        Path other = sandbox.path("other");
        sandbox.git(shop, "clone", "-q", sandbox.path("origin.git").toString(), other.toString());
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        Served.over(sandbox, shop);
        sandbox.git(shop, "remote", "add", "near", sandbox.path("origin.git").toString());
        hostile.poison(shop);
        hostile.settings(sandbox.path("origin.git"));
        hostile.hooks(sandbox.path("origin.git/hooks"));
        hostile.forget();

        GitReport report = new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox))
                .check(shop, Sandbox.NOW, new GitCheck.Depth(true, true));

        assertThat(hostile.ran()).isEmpty();
        assertThat(Told.bad(report)).containsExactlyInAnyOrder("code.unpushed-branch", "code.remote-unreachable");
        assertThat(Told.sentence(report, "code.remote-unreachable")).contains("Remote evil");
        assertThat(sandbox.path("ssh.log")).content().contains("git-upload-pack");
    }

    @Test
    void aRemoteOnThisMachineThatIsHostileItselfIsAskedForItsTagsAndRunsNothing() {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");
        Path origin = sandbox.path("origin.git");
        hostile.settings(origin);
        hostile.hooks(origin.resolve("hooks"));
        sandbox.git(origin, "config", "extensions.partialClone", "evil");
        hostile.forget();

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-tag-object");

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void objectsThatAPromiseOnlyNamesAreNotFetchedByLooking() throws IOException {
        hostile.poison(shop);
        sandbox.git(shop, "config", "core.repositoryFormatVersion", "1");
        sandbox.git(shop, "config", "extensions.partialClone", "evil");
        String blob = sandbox.git(shop, "-c", "core.fsmonitor=false", "rev-parse", "HEAD:index.php");
        Files.delete(shop.resolve(".git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
        hostile.forget();

        new GitCheck(sandbox.runner(), Sandbox.PATIENCE).check(shop, Sandbox.NOW, new GitCheck.Depth(false, true));

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void askingWhichFilesGitDoesNotHaveRunsNothing() {
        hostile.poison(shop);
        sandbox.git(shop, "update-index", "--assume-unchanged", "plain.e", "odd.o");
        sandbox.write(shop, "plain.e", "other");
        hostile.forget();

        assertThat(new GitFiles(sandbox.runner(), Sandbox.PATIENCE).notInGit(shop, List.of()))
                .isPresent();

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aFileThatIsOnlyTouchedIsNoChangeUnderAFilterThatDoesNotRun() {
        hostile.filters(shop);

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void aChangedFileIsAChangeUnderAFilterThatDoesNotRun() {
        hostile.filters(shop);
        sandbox.write(shop, "plain.e", "other");

        assertThat(Told.bad(sandbox.check(shop))).contains("code.unstaged");
        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aFilterOfTheUserRunsAsTheUserSaysNotAsTheRepositoryDoes() {
        hostile.filters(shop);
        sandbox.git(shop, "config", "--global", "filter.evil.clean", "touch '" + sandbox.path("user") + "'; cat");
        hostile.touch(shop);
        hostile.forget();

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");

        assertThat(sandbox.path("user")).exists();
        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aFilterWhoseNameCannotBePassedOnIsRefusedNotRun() throws IOException {
        hostile.filters(shop);
        Files.write(
                shop.resolve(".git/config"),
                "[filter \"\u00ff\"]\n\tclean = false\n".getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);

        GitReport report = sandbox.check(shop);

        assertThat(Told.codes(report)).containsExactly("error code.unreadable");
        assertThat(Told.sentence(report, "code.unreadable")).contains("filter", "cannot be kept from running");
    }

    @Test
    void aSubmoduleSOwnFiltersAndHooksDoNotRunEither() {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        sandbox.submodule(shop);
        Path library = shop.resolve("lib");
        sandbox.git(library, "config", "core.fsmonitor", "touch '" + sandbox.path("canaries/fsmonitor") + "'");
        hostile.filters(library);
        hostile.forget();

        sandbox.check(shop);
        new GitFiles(sandbox.runner(), Sandbox.PATIENCE).notInGit(shop, List.of());

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aSubmoduleDeeperThanAnyIsLookedAtDoesNotRunItsFiltersEither() {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        Path inner = sandbox.init("deep-7");
        sandbox.commit(inner, "deep.php", "deep");
        for (int depth = 6; depth >= 1; depth--) {
            Path outer = sandbox.init("deep-" + depth);
            sandbox.commit(outer, "deep.php", "deep");
            sandbox.git(outer, "submodule", "--quiet", "add", inner.toString(), "sub");
            sandbox.git(outer, "commit", "-q", "-m", "sub");
            inner = outer;
        }
        sandbox.git(shop, "submodule", "--quiet", "add", inner.toString(), "sub");
        sandbox.git(shop, "submodule", "--quiet", "update", "--init", "--recursive");
        Path deepest = shop.resolve("sub/sub/sub/sub/sub/sub/sub");
        hostile.filters(deepest);
        hostile.forget();

        sandbox.check(shop);

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aLinkedWorkTreeSOwnFiltersDoNotRunEither() {
        hostile.attributes(shop);
        sandbox.git(shop, "worktree", "add", "-q", sandbox.path("beside").toString());
        hostile.configure(shop);
        hostile.touch(sandbox.path("beside"));
        hostile.forget();

        sandbox.check(shop);
        sandbox.check(sandbox.path("beside"));

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void aSubmoduleOfALinkedWorkTreeDoesNotRunItsFiltersEither() {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        sandbox.submodule(shop);
        Path beside = sandbox.path("beside");
        sandbox.git(shop, "worktree", "add", "-q", beside.toString());
        sandbox.git(beside, "submodule", "--quiet", "update", "--init");
        hostile.filters(beside.resolve("lib"));
        hostile.forget();

        sandbox.check(shop);

        assertThat(hostile.ran()).isEmpty();
    }

    @Test
    void variablesInOurOwnEnvironmentDoNotLeadGitAstray() {
        hostile.poison(shop);
        Map<String, String> environment = sandbox.environment();
        for (String name : List.of("GIT_EXTERNAL_DIFF", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_PAGER")) {
            environment.put(name, "touch " + sandbox.path("canaries").resolve(name));
        }
        environment.put("GIT_DIR", sandbox.path("origin.git").toString());
        environment.put("GIT_WORK_TREE", sandbox.path("first").toString());
        environment.put("GIT_INDEX_FILE", sandbox.path("none").toString());

        GitReport report = new GitCheck(new SystemProcessRunner(new Cancellation(), environment), Sandbox.PATIENCE)
                .check(shop, Sandbox.NOW);

        assertThat(Told.bad(report)).contains("code.unpushed-branch").doesNotContain("code.unreadable");
        assertThat(hostile.ran()).isEmpty();
    }
}
