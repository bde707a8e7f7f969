package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A linked work tree is looked at as closely as the one that it is linked to. */
class GitCheckLinkedTest {
    private final Sandbox sandbox;
    private final Path shop;
    private final Path linked;

    GitCheckLinkedTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
        sandbox.ignoring(shop, ".env\n/mine/\n");
        sandbox.worktree(shop, "linked");
        linked = sandbox.path("linked");
    }

    @Test
    void changesThatGitWasToldNotToLookAtAreFoundThere() {
        sandbox.git(linked, "update-index", "--skip-worktree", "index.php");
        sandbox.write(linked, "index.php", "changed");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.hidden-change");
        assertThat(Told.sentence(report, "code.hidden-change"))
                .isEqualTo("The linked work tree " + linked
                        + " has 1 changed file that Git was told not to look at: index.php.");
        assertThat(Told.hint(report, "code.hidden-change")).startsWith("git -C " + linked + " update-index ");
    }

    @Test
    void ignoredFilesThatARestoreNeedsAreFoundThereUnlessTheMainWorkTreeHasTheSame() {
        sandbox.write(linked, ".env", "KEY=1\n");

        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.ignored-precious");
        assertThat(Told.sentence(sandbox.check(shop), "code.ignored-precious"))
                .isEqualTo(
                        "The linked work tree " + linked + " has 1 file that a restore needs and Git ignores: .env.");

        sandbox.write(shop, ".env", "KEY=1\n");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.ignored-precious");

        sandbox.write(shop, ".env", "KEY=2\n");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.ignored-precious", "code.ignored-precious");
    }

    @Test
    void repositoriesInItAreFoundWhetherItIgnoresThemOrTracksTheirFiles() {
        sandbox.commit(sandbox.clonedInto(linked.resolve("mine")), "own.php", "1");
        sandbox.commit(sandbox.init("linked/tracked"), "own.php", "1");
        sandbox.git(linked, "add", "--", "tracked/");
        sandbox.git(linked, "rm", "-q", "-f", "--cached", "tracked");
        sandbox.write(linked, "also/own.php", "1");
        sandbox.git(linked, "add", "also/own.php");
        sandbox.commit(sandbox.init("linked/also"), "own.php", "1");

        GitReport report = sandbox.check(shop);

        assertThat(report.findings())
                .extracting(finding -> finding.sentence())
                .contains(
                        "In the linked work tree " + linked + ": mine/ is a repository of its own, of which Git keeps"
                                + " nothing here, and it would lose work.",
                        "In the linked work tree " + linked + ": tracked/ is a repository of its own, of which Git"
                                + " keeps nothing here, and it would lose work.",
                        "In the linked work tree " + linked + ": also/ is a repository of its own, of which Git keeps"
                                + " only the files here, and it would lose work.");
    }

    @Test
    void commitsOfASubmoduleInItAreFoundAlsoAfterItsWorkTreeIsGone() {
        sandbox.submodule(shop);
        sandbox.git(linked, "checkout", "-q", "--detach", "main");
        sandbox.git(linked, "submodule", "--quiet", "update", "--init");
        assertThat(Told.bad(sandbox.check(shop))).isEmpty();

        sandbox.commit(linked.resolve("lib"), "lib.php", "changed");
        GitReport report = sandbox.check(shop);
        sandbox.git(linked, "submodule", "--quiet", "deinit", "-f", "lib");

        assertThat(Told.bad(report)).containsExactly("code.worktree-dirty", "code.submodule-unpushed");
        assertThat(Told.sentence(report, "code.submodule-unpushed"))
                .startsWith("In the linked work tree " + linked + ": Submodule lib: HEAD is detached and has 1 commit");
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.submodule-removed");
    }

    @Test
    void aWorkTreeInsideALinkedOneIsToldOnce() {
        sandbox.write(linked, "new.php", "1");
        sandbox.worktree(shop, "linked/inner");
        sandbox.write(sandbox.path("linked/inner"), "inner.php", "1");

        GitReport report = sandbox.check(shop);

        assertThat(Told.bad(report)).containsExactly("code.worktree-dirty", "code.worktree-dirty");
        assertThat(report.findings())
                .extracting(finding -> finding.sentence())
                .contains("The linked work tree " + linked + " has 1 uncommitted path: new.php.");
    }
}
