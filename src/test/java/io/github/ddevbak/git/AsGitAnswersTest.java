package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a repository's files is what git itself says of it. */
class AsGitAnswersTest {
    private final Sandbox sandbox;
    private final GitCli git;

    AsGitAnswersTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        git = new GitCli(sandbox.runner(), Sandbox.PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theIndexIsReadAsGitListsIt(long seed) {
        Repository repository = new RandomRepository(sandbox, seed).index().found();

        Index asked = new HiddenChanges(git).index(repository.layout(), List.of());

        assertThat(asked.size()).isGreaterThan(30);
        assertThat(asked.unwatched()).isNotEmpty();
        assertThat(IndexFile.read(repository)).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theRefsAreReadAsGitListsThem(long seed) {
        RandomRepository random = new RandomRepository(sandbox, seed).refs();
        Repository repository = random.found();

        Optional<Refs> read = RefFiles.read(repository).flatMap(files -> Refs.of(files, repository));
        String listed = sandbox.git(
                random.folder(),
                "for-each-ref",
                "--format=%(refname) %(objectname) %(symref)",
                "refs/remotes",
                "refs/tags");

        Refs asked = Refs.parse(git.answer(random.folder(), Refs.QUESTION).stdout());
        // A branch that follows a remote which is no more is left to git.
        read.ifPresent(refs -> assertThat(refs).isEqualTo(asked));
        StringBuilder found = new StringBuilder();
        RefFiles files = RefFiles.read(repository).orElseThrow();
        files.below("refs/").forEach((name, ref) -> {
            if (name.startsWith(RefFiles.REMOTES) || name.startsWith(RefFiles.TAGS)) {
                found.append(name).append(' ').append(ref.oid()).append(" \n");
            }
        });
        assertThat(found.toString().strip().lines())
                .containsExactlyElementsOf(
                        listed.lines().filter(line -> !line.contains(" ref")).toList());
    }

    @Test
    void theUpstreamOfEveryUsualBranchIsFoundWithoutGit() {
        Repository repository =
                new LayoutQuestion(git).repository(sandbox.cloned()).orElseThrow();

        assertThat(RefFiles.read(repository).flatMap(files -> Refs.of(files, repository)))
                .contains(Refs.parse(
                        git.answer(repository.layout().folder(), Refs.QUESTION).stdout()));
    }

    @Test
    void sha256RepositoriesAreReadToo() {
        RandomRepository random = new RandomRepository(sandbox, 1, "--object-format=sha256").index();
        Repository repository = random.found();

        assertThat(IndexFile.read(repository)).contains(new HiddenChanges(git).index(repository.layout(), List.of()));
        assertThat(RefFiles.read(repository)
                        .orElseThrow()
                        .below(RefFiles.BRANCHES)
                        .values())
                .allMatch(ref -> ref.oid().length() == 64);
    }

    @Test
    void aSplitOrSparseOrCutOrUnknownIndexIsLeftToGit() throws IOException {
        Path shop = sandbox.cloned();
        Path file = shop.resolve(".git/index");
        Repository repository = new LayoutQuestion(git).repository(shop).orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        assertThat(IndexFile.read(repository)).isPresent();
        // Header, one entry and a checksum are an index to git, whatever followed.
        int least = 12 + 72 + 20;
        for (int length = 0; length < least; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(IndexFile.read(repository)).as("cut to %d", length).isEmpty();
        }
        byte[] newer = whole.clone();
        newer[7] = 5;
        Files.write(file, newer);
        assertThat(IndexFile.read(repository)).isEmpty();

        Files.write(file, whole);
        sandbox.git(shop, "update-index", "--split-index");
        assertThat(IndexFile.read(repository)).isEmpty();
        sandbox.git(shop, "update-index", "--no-split-index");
        assertThat(IndexFile.read(repository)).isPresent();

        sandbox.commit(shop, "a/b/c", "1");
        sandbox.commit(shop, "d/e", "1");
        sandbox.git(shop, "sparse-checkout", "set", "--cone", "--sparse-index", "d");
        assertThat(IndexFile.read(repository)).isEmpty();
        assertThat(Told.bad(sandbox.check(shop))).containsExactly("code.unpushed-branch");
    }

    @Test
    void refsThatAreNotBeyondDoubtAreLeftToGit() throws IOException {
        Path shop = sandbox.cloned();
        Repository repository = new LayoutQuestion(git).repository(shop).orElseThrow();
        String oid = sandbox.git(shop, "rev-parse", "HEAD");
        for (String text :
                List.of("", "\n", oid, oid.substring(1) + "\n", "0".repeat(40) + "\n", "ref: refs/heads/main\n")) {
            sandbox.write(shop, ".git/refs/heads/odd", text);

            assertThat(RefFiles.read(repository)).as(text).isEmpty();
        }
        Files.delete(shop.resolve(".git/refs/heads/odd"));
        for (String name : List.of("größe", "a..b", "end.", "at@{", "star*", "a b")) {
            sandbox.write(shop, ".git/refs/heads/" + name, oid + "\n");

            assertThat(RefFiles.read(repository)).as(name).isEmpty();

            Files.delete(shop.resolve(".git/refs/heads/" + name));
        }
        Files.createSymbolicLink(shop.resolve(".git/refs/heads/link"), Path.of("main"));
        assertThat(RefFiles.read(repository)).isEmpty();
        Files.delete(shop.resolve(".git/refs/heads/link"));
        for (String line : List.of("nonsense\n", oid + "\n", "^" + oid + "\n", oid + " refs/heads/cut")) {
            sandbox.write(shop, ".git/packed-refs", line);

            assertThat(RefFiles.read(repository)).as(line).isEmpty();
        }
        sandbox.write(shop, ".git/packed-refs", "# pack-refs with: peeled \n" + oid + " refs/heads/old\n");
        assertThat(RefFiles.read(repository).orElseThrow().has("refs/heads/old"))
                .isTrue();
    }
}
