package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories inside a repository, and files that Git ignores although a restore needs them. */
class GitCheckNestedTest {
    private final Sandbox sandbox;
    private final Path shop;

    GitCheckNestedTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "vendor/acme/mine", "web/modules/custom/deep/er/mine", "mod\nule/mine"})
    void anIgnoredRepositoryWithAnUnpushedCommitIsFoundWhereverItIs(String path) {
        sandbox.ignoring(shop, "/" + path.substring(0, 3) + "*");
        Path nested = sandbox.clonedInto(shop.resolve(path));
        sandbox.commit(nested, "own.php", "1");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.nested-repository", "code.unpushed-branch");
        assertThat(Told.sentence(report, "code.unpushed-branch"))
                .isEqualTo("Nested repository " + path.replace("\n", "\\n")
                        + "/: Branch main has 1 commit that no remote has, the oldest 3 days old.");
        assertThat(Told.hint(report, "code.nested-repository")).startsWith("commit and push in it: git -C ");
        assertThat(report.state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void anIgnoredRepositoryThatIsPushedIsOnlyInfo() {
        sandbox.ignoring(shop, "/vendor/");
        sandbox.clonedInto(shop.resolve("vendor/acme/one"));
        sandbox.clonedInto(shop.resolve("vendor/acme/two"));

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(Told.codes(report)).contains("info code.nested-repository-pushed");
        assertThat(Told.sentence(report, "code.nested-repository-pushed"))
                .isEqualTo("2 ignored folders are repositories of their own, with everything on a remote:"
                        + " vendor/acme/one/, vendor/acme/two/.");
    }

    @Test
    void anUntrackedRepositoryThatIsPushedIsAWarningAndNoUntrackedPath() {
        sandbox.clonedInto(shop.resolve("web/modules/one"));

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(Told.codes(report)).contains("warning code.nested-repository-pushed");
    }

    @Test
    void aFileBesideANestedRepositoryIsStillUntracked() {
        sandbox.clonedInto(shop.resolve("web/modules/one"));
        sandbox.write(shop, "web/modules/readme.txt", "1");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.untracked");
    }

    @Test
    void repositoriesInEachOtherAreFollowedAndTheLimitIsTold() {
        sandbox.ignoring(shop, "/n/");
        Path inner = shop;
        for (int i = 0; i < 7; i++) {
            inner = sandbox.clonedInto(inner.resolve("n"));
        }

        GitReport report = sandbox.check(shop);

        assertThat(Told.sentence(report, "code.walk-stopped"))
                .startsWith("Nested repository n/: Nested repository n/: ")
                .contains("did not reach 1 folder: n/");
    }

    /** Commits the folder's file to the repository, then makes a repository of the folder and commits there. */
    private Path initialised(String path) {
        sandbox.commit(shop, path + "/own.php", "1");
        sandbox.git(shop, "push", "-q");
        Path nested = sandbox.init("shop/" + path);
        sandbox.commit(nested, "own.php", "1");
        return nested;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "web/modules/custom/mine", "größe/mod\nule"})
    void aRepositoryInATrackedFolderIsFoundAndItsHistoryIsALoss(String path) {
        initialised(path);

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.nested-repository", "code.no-remote");
        assertThat(Told.sentence(report, "code.nested-repository"))
                .isEqualTo(path.replace("\n", "\\n")
                        + "/ is a repository of its own, of which Git keeps only the files here, and it would lose"
                        + " work.");
    }

    @Test
    void filesOfATrackedRepositoryAreInDangerOnlyWhereTheRepositoryAroundItLacksThem() {
        Path origin = sandbox.bare("mine.git");
        Path nested = initialised("mine");
        sandbox.git(nested, "remote", "add", "origin", origin.toString());
        sandbox.git(nested, "push", "-q", "-u", "origin", "main");
        sandbox.commit(shop, "mine/second.php", "1");
        sandbox.git(shop, "push", "-q");

        GitReport clean = sandbox.check(shop);
        sandbox.write(nested, "own.php", "2");
        GitReport changed = sandbox.check(shop);
        sandbox.commit(nested, "own.php", "3");

        assertThat(Told.bad(clean)).isEmpty();
        assertThat(Told.sentence(clean, "code.nested-repository-pushed"))
                .isEqualTo("1 tracked folder is a repository of its own, with every commit on a remote: mine/.");
        assertThat(Told.bad(changed)).containsExactly("code.unstaged");
        assertThat(Told.bad(sandbox.check(shop)))
                .containsExactlyInAnyOrder("code.unstaged", "code.nested-repository", "code.unpushed-branch");
    }

    @Test
    void aTrackedFolderThatWasOnlyInitialisedLosesNothing() {
        sandbox.commit(shop, "mine/own.php", "1");
        sandbox.git(shop, "push", "-q");
        Path nested = sandbox.init("shop/mine");
        sandbox.git(nested, "add", ".");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void whatATrackedRepositoryHasInItsIndexAloneIsALoss() {
        Path nested = initialised("mine");
        sandbox.write(nested, "own.php", "2");
        sandbox.git(nested, "add", ".");
        sandbox.write(nested, "own.php", "1");

        assertThat(Told.bad(sandbox.check(shop))).contains("code.staged").doesNotContain("code.unstaged");
    }

    @Test
    void aTrackedFolderBehindALinkOrWithAPointerThatLeadsNowhereIsNoRepository() throws IOException {
        sandbox.commit(shop, "copied/own.php", "1");
        sandbox.commit(shop, "linked/own.php", "1");
        sandbox.git(shop, "push", "-q");
        sandbox.write(shop, "copied/.git", "gitdir: ../.git/modules/copied\n");
        Path elsewhere = sandbox.init("elsewhere");
        sandbox.commit(elsewhere, "own.php", "1");
        sandbox.remove(shop.resolve("linked"));
        Files.createSymbolicLink(shop.resolve("linked"), elsewhere);

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unstaged", "code.untracked");
    }

    @Test
    void aRepositoryInATrackedFolderIsFoundFromTheProjectsFolderToo() {
        initialised("sites/blog/mine");
        initialised("sites/other");

        assertThat(Told.bad(sandbox.check(shop.resolve("sites/blog"))))
                .containsExactly("code.nested-repository", "code.no-remote");
    }

    @Test
    void foldersOfPackageManagersArePassedByAndTold() {
        sandbox.ignoring(shop, "node_modules/");
        sandbox.clonedInto(shop.resolve("web/node_modules/one"));

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).isEmpty();
        assertThat(Told.sentence(report, "code.walk-stopped"))
                .isEqualTo("The search for repositories and precious files passed by 1 folder: web/node_modules/.");
    }

    @Test
    void aWalkThatReachesItsLimitSaysWhere() {
        sandbox.ignoring(shop, "/big/");
        for (int i = 10; i < 20; i++) {
            sandbox.write(shop, "big/" + i + "/file", "1");
        }
        Layout layout = new Layout(shop, shop, shop.resolve(".git"), shop.resolve(".git"));
        Status status = StatusParser.parse("! big/\0");

        Unseen unseen = FolderWalk.of(layout, status, Set.of(), 12);

        assertThat(unseen.notReached())
                .containsExactly(
                        "big/12/", "big/13/", "big/14/", "big/15/", "big/16/", "big/17/", "big/18/", "big/19/");
        assertThat(FolderWalk.of(layout, status, Set.of(), 100).notReached()).isEmpty();
    }

    @Test
    void aCopiedWorkTreeWhosePointerLeadsNowhereIsNoRepository() throws IOException {
        sandbox.ignoring(shop, "/vendor/");
        sandbox.write(shop, "vendor/acme/copied/.git", "gitdir: ../../../../.git/modules/copied\n");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
        assertThat(Files.readString(shop.resolve("vendor/acme/copied/.git"))).contains("modules/copied");
    }

    @Test
    void aDamagedRepositoryInsideIsAnError() throws IOException {
        sandbox.ignoring(shop, "/mine/");
        Path nested = sandbox.clonedInto(shop.resolve("mine"));
        Files.write(nested.resolve(".git/HEAD"), new byte[0]);

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.unreadable");
        assertThat(Told.sentence(report, "code.unreadable")).startsWith("Nested repository mine/: ");
    }

    @Test
    void ignoredSecretsAndSettingsAreALoss() {
        sandbox.ignoring(shop, ".env*\nsettings.local.php\n/local/\n/.ddev/config.local.yaml\n");
        sandbox.write(shop, ".env", "KEY=1\n");
        sandbox.write(shop, "web/sites/default/settings.local.php", "<?php\n");
        sandbox.write(shop, "local/deep/auth.json", "{}\n");
        sandbox.write(shop, ".ddev/config.local.yaml", "a: b\n");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.ignored-precious");
        assertThat(Told.sentence(report, "code.ignored-precious"))
                .isEqualTo("4 files that a restore needs and Git ignores, for example .ddev/config.local.yaml, .env,"
                        + " local/deep/auth.json.");
        assertThat(report.facts().precious())
                .containsExactly(
                        ".ddev/config.local.yaml",
                        ".env",
                        "local/deep/auth.json",
                        "web/sites/default/settings.local.php");
    }

    @Test
    void whatIsMadeAgainOrIsEmptyOrATemplateIsNotPrecious() {
        sandbox.ignoring(shop, ".env*\n/vendor/\n/node_modules/\nsettings.php\n/.ddev/.*\n/package/\n");
        sandbox.write(shop, ".env", "");
        sandbox.write(shop, ".env.example", "KEY=\n");
        sandbox.write(shop, "vendor/acme/one/.env", "KEY=1\n");
        sandbox.write(shop, "node_modules/one/.env", "KEY=1\n");
        sandbox.write(shop, "package/tests/settings.php", "<?php\n");
        sandbox.write(shop, "web/settings.php", "<?php\n/** #ddev-generated: made by ddev */\n");
        sandbox.write(shop, ".ddev/.dbimageBuild/Dockerfile", "FROM x\n");
        sandbox.write(shop, ".ddev/.gitignore", "#ddev-generated\n");

        assertThat(Told.bad(sandbox.check(shop))).isEmpty();
    }

    @Test
    void aProjectInsideARepositoryIsAskedForItsOwnPreciousFilesOnly() {
        sandbox.ignoring(shop, ".env\n");
        sandbox.write(shop, ".env", "KEY=1\n");
        sandbox.write(shop, "sites/blog/.env", "KEY=1\n");
        sandbox.commit(shop, "sites/blog/index.php", "<?php\n");
        sandbox.git(shop, "push", "-q");

        assertThat(sandbox.check(shop.resolve("sites/blog")).facts().precious()).containsExactly(".env");
    }

    @Test
    void aFileIgnoredOnThisMachineOnlyIsFoundToo() {
        sandbox.write(shop, ".git/info/exclude", ".env\n");
        sandbox.write(shop, ".env", "KEY=1\n");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.ignored-precious");
    }
}
