package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.git.GitFiles.GitFile;
import io.github.ddevbak.git.GitFiles.GitFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFilesTest {
    private final Sandbox sandbox;
    private final Path shop;
    private final GitFiles files;

    GitFilesTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
        files = new GitFiles(sandbox.runner(), Sandbox.PATIENCE);
    }

    @Test
    void everyFileThatGitLacksIsListedWithTheReason() {
        sandbox.commit(shop, ".gitignore", ".env*\nvar/\n");
        sandbox.commit(shop, "staged.php", "1");
        sandbox.write(shop, ".env.local", "SECRET=1");
        sandbox.write(shop, "var/cache/deep.php", "1");
        sandbox.write(shop, "new/file.php", "1");
        sandbox.write(shop, "index.php", "changed");
        sandbox.write(shop, "staged.php", "2");
        sandbox.git(shop, "add", "staged.php");
        sandbox.write(shop, "ümlaut.php", "1");
        sandbox.write(shop, "new\nline.php", "1");

        assertThat(files.notInGit(shop, List.of()))
                .contains(List.of(
                        new GitFile(".env.local", Kind.IGNORED),
                        new GitFile("index.php", Kind.CHANGED),
                        new GitFile("new\nline.php", Kind.UNTRACKED),
                        new GitFile("new/file.php", Kind.UNTRACKED),
                        new GitFile("staged.php", Kind.CHANGED),
                        new GitFile("var/cache/deep.php", Kind.IGNORED),
                        new GitFile("ümlaut.php", Kind.UNTRACKED)));
    }

    @Test
    void namesAreSortedByTheirBytes() {
        for (String name : new String[] {"\uff5e", "\ud83d\ude00", "z", "Z", "é"}) {
            sandbox.write(shop, name, "1");
        }

        assertThat(files.notInGit(shop, List.of()).orElseThrow())
                .extracting(GitFile::path)
                .containsExactly("Z", "z", "é", "\uff5e", "\ud83d\ude00");
    }

    @Test
    void onlyWhatIsAskedForIsListedAndPathsAreLiteral() {
        sandbox.write(shop, ".ddev/config.local.yaml", "1");
        sandbox.write(shop, ".ddev/a/b", "1");
        sandbox.write(shop, "node_modules/x/index.js", "1");
        sandbox.write(shop, "st*r", "1");
        sandbox.write(shop, "star", "1");
        sandbox.write(shop, "-rf", "1");
        sandbox.write(shop, "web/sites/default/settings.local.php", "1");

        assertThat(files.notInGit(
                                shop,
                                List.of(".ddev", "st*r", "-rf", ":(glob)web/sites/*/settings.local.php", "not/there"))
                        .orElseThrow())
                .extracting(GitFile::path)
                .containsExactly(
                        "-rf", ".ddev/a/b", ".ddev/config.local.yaml", "st*r", "web/sites/default/settings.local.php");
    }

    @Test
    void aSubfolderIsListedRelativeToItself() {
        sandbox.commit(shop, ".gitignore", "local.php\n");
        sandbox.write(shop, "sites/blog/local.php", "1");
        sandbox.write(shop, "sites/blog/new.php", "1");
        sandbox.write(shop, "sites/other.php", "1");
        Path blog = shop.resolve("sites/blog");

        List<GitFile> expected =
                List.of(new GitFile("local.php", Kind.IGNORED), new GitFile("new.php", Kind.UNTRACKED));
        assertThat(files.notInGit(blog, List.of())).contains(expected);
        assertThat(files.notInGit(blog, List.of("local.php", "new.php"))).contains(expected);
    }

    @Test
    void whatIsNotOnDiskIsNotListed() throws IOException {
        sandbox.commit(shop, "gone.php", "1");
        sandbox.commit(shop, "removed.php", "1");
        sandbox.commit(shop, "kept.php", "1");
        Files.delete(shop.resolve("gone.php"));
        sandbox.git(shop, "rm", "-q", "removed.php");
        sandbox.git(shop, "rm", "-q", "--cached", "kept.php");

        assertThat(files.notInGit(shop, List.of())).contains(List.of(new GitFile("kept.php", Kind.UNTRACKED)));
    }

    @Test
    void foldersSubmodulesAndNestedRepositoriesAreNotListed() {
        sandbox.submodule(shop);
        sandbox.write(shop.resolve("lib"), "lib.php", "changed");
        sandbox.init("shop/nested");

        assertThat(files.notInGit(shop, List.of())).contains(List.of());
    }

    @Test
    void aChangeThatGitWasToldNotToLookAtIsListed() {
        sandbox.commit(shop, "settings.php", "1");
        sandbox.git(shop, "update-index", "--skip-worktree", "settings.php");
        assertThat(files.notInGit(shop, List.of("settings.php"))).contains(List.of());

        sandbox.write(shop, "settings.php", "password");

        assertThat(files.notInGit(shop, List.of("settings.php")))
                .contains(List.of(new GitFile("settings.php", Kind.CHANGED)));
    }

    @Test
    void aConflictedFileIsChanged() {
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "merge", "-q", "other");

        assertThat(files.notInGit(shop, List.of())).contains(List.of(new GitFile("index.php", Kind.CHANGED)));
    }

    @Test
    void aFolderWithoutARepositoryOrWithABrokenOneHasNoAnswer() throws IOException {
        sandbox.write(sandbox.path("plain"), "file", "1");
        assertThat(files.notInGit(sandbox.path("plain"), List.of())).isEmpty();

        Files.writeString(shop.resolve(".git/index"), "no index");
        assertThat(files.notInGit(shop, List.of())).isEmpty();
        assertThat(files.notInGit(sandbox.path("not there"), List.of())).isEmpty();
    }
}
