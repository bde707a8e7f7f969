package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EverythingPushedTest {
    private final Sandbox sandbox;
    private final Path shop;
    private final Repository repository;

    EverythingPushedTest(@TempDir Path temp) {
        sandbox = new Sandbox(temp);
        shop = sandbox.cloned();
        repository = new LayoutQuestion(new GitCli(sandbox.runner(), Sandbox.PATIENCE))
                .repository(shop)
                .orElseThrow();
    }

    @Test
    void itIsProvedOfACloneLooseOrPacked() {
        assertThat(Pushed.proved(sandbox, repository)).isTrue();

        sandbox.git(shop, "gc", "-q");
        sandbox.git(shop, "branch", "same");
        sandbox.git(shop, "tag", "light");
        assertThat(Pushed.proved(sandbox, repository)).isTrue();
    }

    @Test
    void itIsNotProvedOfWhatIsOnNoRemote() {
        sandbox.git(shop, "checkout", "-q", "-b", "other");
        sandbox.commit(shop, "other.php", "1");
        assertThat(Pushed.proved(sandbox, repository)).isFalse();

        sandbox.git(shop, "push", "-q", "origin", "other");
        assertThat(Pushed.proved(sandbox, repository)).isTrue();

        sandbox.git(shop, "checkout", "-q", "--detach");
        sandbox.commit(shop, "other.php", "2");
        assertThat(Pushed.proved(sandbox, repository)).isFalse();

        sandbox.git(shop, "tag", "kept");
        sandbox.git(shop, "checkout", "-q", "main");
        assertThat(Pushed.proved(sandbox, repository)).isFalse();
    }

    @Test
    void aTagThatNamesACommitIsOneOnlyWhereItsFileSaysSo() {
        sandbox.git(shop, "tag", "-a", "-m", "one", "v1");
        assertThat(Pushed.proved(sandbox, repository)).isFalse();

        sandbox.git(shop, "pack-refs", "--all");
        assertThat(Pushed.proved(sandbox, repository)).isTrue();
    }

    @Test
    void aRemoteThatIsMissingProvesNothing() {
        Remote origin = new Remote("origin", "/gone", Remote.Place.MISSING, true);
        Remote other = new Remote("orig", "/gone", Remote.Place.MISSING, true);
        Remote pattern = new Remote("o*", "/gone", Remote.Place.MISSING, true);

        assertThat(Pushed.proved(sandbox, repository, origin)).isFalse();
        assertThat(Pushed.proved(sandbox, repository, other)).isTrue();
        assertThat(Pushed.proved(sandbox, repository, pattern)).isFalse();
    }

    @Test
    void aCommitThatIsNotThereProvesNothing() throws IOException {
        sandbox.git(shop, "checkout", "-q", "-b", "other");
        sandbox.commit(shop, "other.php", "1");
        sandbox.git(shop, "push", "-q", "origin", "other");
        String oid = sandbox.git(shop, "rev-parse", "HEAD");
        sandbox.git(shop, "checkout", "-q", "main");
        assertThat(Pushed.proved(sandbox, repository)).isTrue();
        Path file = shop.resolve(".git/objects").resolve(oid.substring(0, 2)).resolve(oid.substring(2));
        Files.delete(file);

        assertThat(Pushed.proved(sandbox, repository)).isFalse();
        assertThat(Told.codes(sandbox.check(shop))).containsExactly("error code.unreadable");

        Files.write(file, new byte[0]);
        assertThat(Pushed.proved(sandbox, repository)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void everyObjectOfAPackIsFoundAndNoOther(String format) {
        Path packed = sandbox.path("packed");
        sandbox.git(shop, "init", "-q", "--object-format=" + format, packed.toString());
        for (int i = 0; i < 40; i++) {
            sandbox.write(packed, "file" + i, "content " + i);
        }
        sandbox.git(packed, "add", ".");
        sandbox.git(packed, "commit", "-q", "-m", "all");
        sandbox.git(packed, "gc", "-q", "--prune=now");
        List<String> oids = sandbox.git(packed, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
                .lines()
                .toList();
        ObjectFiles objects =
                new ObjectFiles(new Layout(packed, packed, packed.resolve(".git"), packed.resolve(".git")));

        assertThat(oids).hasSize(42);
        assertThat(objects.hasAll(oids)).isTrue();
        for (String oid : oids) {
            char last = oid.charAt(oid.length() - 1);
            String neighbour = oid.substring(0, oid.length() - 1) + (last == '0' ? '1' : '0');
            assertThat(objects.hasAll(List.of(neighbour))).isFalse();
        }
    }
}
