package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking changes nothing, takes no lock, and does not mind that somebody works there meanwhile. */
class ReadsOnlyTest {
    private static final GitCheck.Depth ALL = new GitCheck.Depth(true, true);

    private final Sandbox sandbox;
    private final Path shop;

    ReadsOnlyTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
    }

    private GitReport look(GitCheck.Depth depth) {
        return new GitCheck(sandbox.runner(), Sandbox.PATIENCE, Served.access(sandbox)).check(shop, Sandbox.NOW, depth);
    }

    private void assertUntouchedByLooking() {
        String before = Footprint.of(shop);
        for (GitCheck.Depth depth : List.of(GitCheck.Depth.LOCAL, ALL)) {
            look(depth);
            new GitFiles(sandbox.runner(), Sandbox.PATIENCE).notInGit(shop, List.of());
            assertThat(Footprint.of(shop)).isEqualTo(before);
        }
    }

    @Test
    void aCleanCloneIsUntouched() {
        Served.over(sandbox, shop);

        assertUntouchedByLooking();
    }

    @Test
    void aRepositoryThatRemotesAreAheadOfIsUntouched() {
        Path other = sandbox.path("other");
        sandbox.git(shop, "clone", "-q", sandbox.path("origin.git").toString(), other.toString());
        sandbox.commit(other, "more.php", "more");
        sandbox.git(other, "push", "-q");
        sandbox.commit(shop, "ours.php", "ours");
        Served.over(sandbox, shop);

        assertUntouchedByLooking();
    }

    @Test
    void aRepositoryWithEverythingInItIsUntouched() throws IOException {
        sandbox.submodule(shop);
        sandbox.conflicting(shop);
        sandbox.stopping(shop, "merge", "-q", "other");
        sandbox.git(shop, "tag", "-a", "v1", "-m", "one");
        sandbox.git(shop, "worktree", "add", "-q", sandbox.path("beside").toString(), "-b", "beside");
        sandbox.write(shop, "untracked.php", "untracked");
        sandbox.write(shop, "lib/lib.php", "changed");
        sandbox.git(shop, "config", "core.untrackedCache", "true");
        Files.setLastModifiedTime(shop.resolve(".gitmodules"), FileTime.from(Instant.EPOCH));
        Served.over(sandbox, shop);

        assertUntouchedByLooking();
    }

    @Test
    void aLockThatAnotherGitHoldsIsNoHindrance() throws IOException {
        for (String lock : List.of("index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock")) {
            Files.createFile(shop.resolve(".git").resolve(lock));
        }
        assertUntouchedByLooking();
        assertThat(Told.bad(look(ALL))).isEmpty();
    }

    @Test
    void aRepositoryThatMayNotBeWrittenIsLookedAt() throws IOException {
        Path git = shop.resolve(".git");
        for (Path folder : List.of(git.resolve("objects"), git.resolve("refs"), git, shop)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            assertThat(Told.bad(look(ALL))).isEmpty();
        } finally {
            for (Path folder : List.of(shop, git, git.resolve("objects"), git.resolve("refs"))) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void aFileOfGitLfsThatWasTouchedIsNotKeptAgain() throws IOException {
        assumeTrue(sandbox.has("git-lfs"));
        sandbox.git(shop, "config", "--global", "filter.lfs.clean", "git-lfs clean -- %f");
        sandbox.git(shop, "config", "--global", "filter.lfs.process", "git-lfs filter-process");
        sandbox.git(shop, "config", "--global", "filter.lfs.required", "true");
        sandbox.write(shop, ".gitattributes", "*.bin filter=lfs\n");
        sandbox.commit(shop, "picture.bin", "picture");
        sandbox.write(shop, "picture.bin", "another");
        Files.setLastModifiedTime(shop.resolve("picture.bin"), FileTime.from(Sandbox.NOW));

        String before = Footprint.of(shop);
        GitReport report = look(GitCheck.Depth.LOCAL);

        assertThat(Told.bad(report)).contains("code.unstaged");
        assertThat(Footprint.of(shop)).isEqualTo(before);
    }

    @Test
    void somebodyWhoCommitsMeanwhileIsNoError() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        Thread busy = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                sandbox.asking(shop, "commit", "-q", "--allow-empty", "-m", "busy " + i);
                sandbox.asking(shop, "branch", "-f", "topic-" + i % 3);
                sandbox.asking(shop, "pack-refs", "--all");
                sandbox.asking(shop, "branch", "-D", "topic-" + i % 3);
            }
        });
        busy.start();
        try {
            for (int i = 0; i < 12; i++) {
                GitReport report = look(GitCheck.Depth.LOCAL);

                assertThat(report.state()).as("%s", report.findings()).isNotEqualTo(PartState.FAILED);
            }
        } finally {
            enough.set(true);
            busy.join();
        }
    }

    @Test
    void theTemporaryFolderIsForItsOwnerOnly() throws IOException {
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theTemporaryFolderIsGoneWithEverythingInIt() throws IOException {
        TemporaryFolder temporary = TemporaryFolder.make();
        Files.createDirectories(temporary.folder().resolve("a/b"));
        Files.createSymbolicLink(temporary.folder().resolve("a/link"), shop);

        temporary.close();

        assertThat(temporary.folder()).doesNotExist();
        assertThat(shop.resolve("index.php")).exists();
    }
}
