package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a look at every object finds. */
class DeepCheckTest {
    private static final GitCheck.Depth DEEP = new GitCheck.Depth(false, true);

    private final Sandbox sandbox;
    private final Path shop;

    DeepCheckTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.clonedFromElsewhere();
    }

    private GitReport look(Path folder) {
        return new GitCheck(sandbox.runner(), Sandbox.PATIENCE).check(folder, Sandbox.NOW, DEEP);
    }

    private Path object(Path gitDir, String name) {
        String oid = sandbox.git(shop, "--git-dir=" + gitDir, "rev-parse", name);
        return gitDir.resolve("objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
    }

    @Test
    void aWholeRepositoryIsWhole() {
        sandbox.git(shop, "tag", "v1");
        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "lost.php", "left behind");
        sandbox.git(shop, "checkout", "-q", "main");

        assertThat(Told.bad(look(shop))).isEmpty();
    }

    @Test
    void anObjectOfAnOldCommitThatIsMissingIsFound() throws IOException {
        sandbox.commit(shop, "index.php", "second");
        sandbox.commit(shop, "index.php", "third");
        Path old = object(shop.resolve(".git"), "HEAD~1:index.php");
        Files.delete(old);
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");

        GitReport report = look(shop);

        assertThat(report.state()).isEqualTo(PartState.FAILED);
        assertThat(Told.sentence(report, "code.damaged"))
                .contains("1 damaged or missing object", "missing blob", shop.toString())
                .contains(String.valueOf(old.getFileName()));
    }

    @Test
    void anObjectWithOtherBytesIsFound() throws IOException {
        sandbox.commit(shop, "index.php", "second");
        sandbox.commit(shop, "index.php", "third");
        Path blob = object(shop.resolve(".git"), "HEAD~1:index.php");
        blob.toFile().setWritable(true);
        Files.copy(object(shop.resolve(".git"), "HEAD:index.php"), blob, StandardCopyOption.REPLACE_EXISTING);

        assertThat(Told.bad(look(shop))).contains("code.damaged");
    }

    @Test
    void aSubmoduleIsReadToo() throws IOException {
        sandbox.git(
                shop, "remote", "set-url", "origin", sandbox.path("origin.git").toString());
        sandbox.submodule(shop);
        Path library = shop.resolve("lib");
        sandbox.commit(library, "lib.php", "second");
        sandbox.commit(library, "lib.php", "third");
        Files.delete(object(shop.resolve(".git/modules/lib"), "HEAD~1:lib.php"));

        GitReport report = look(shop);

        assertThat(Told.bad(report)).contains("code.damaged");
        assertThat(Told.sentence(report, "code.damaged")).contains("lib");
    }

    @Test
    void aCommitThatGitWouldNotMakeTodayIsNoDamage() {
        String tree = sandbox.git(shop, "rev-parse", "HEAD^{tree}");
        sandbox.write(
                shop,
                ".git/odd",
                "tree " + tree
                        + "\nauthor Ada <ada@example.org> 1 +0000\ncommitter Ada <ada@example.org> 1 +100000\n\nodd\n");
        String odd = sandbox.git(shop, "hash-object", "--literally", "-t", "commit", "-w", ".git/odd");
        sandbox.git(shop, "update-ref", "refs/heads/odd", odd);
        sandbox.git(shop, "update-ref", "refs/remotes/origin/odd", odd);

        assertThat(Told.bad(look(shop))).isEmpty();
    }

    @Test
    void aPartialCloneIsNotDamaged() {
        sandbox.git(sandbox.path("origin.git"), "config", "uploadpack.allowFilter", "true");
        Path thin = sandbox.path("thin");
        sandbox.git(shop, "clone", "-q", "--filter=blob:none", "file://" + sandbox.path("origin.git"), thin.toString());
        sandbox.elsewhere(thin);

        assertThat(Told.bad(look(thin))).isEmpty();
    }
}
