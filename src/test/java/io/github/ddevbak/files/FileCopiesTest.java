package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileCopiesTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    Path target = Path.of("unset");

    @BeforeEach
    void makeAProject() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        target = folder.resolve("set/config");
    }

    @Test
    void filesAreCopiedToTheirOwnPlaceBelowTheTarget() throws IOException {
        tree.file(".ddev/config.local.yaml", "local").file("web/.env", "SECRET=1");

        long bytes = FileCopies.copy(tree.root(), List.of(".ddev/config.local.yaml", "web/.env"), target);

        assertThat(bytes).isEqualTo(13);
        assertThat(target.resolve(".ddev/config.local.yaml")).hasContent("local");
        assertThat(target.resolve("web/.env")).hasContent("SECRET=1");
    }

    @ParameterizedTest
    @CsvSource({"rw-rw-rw-, rw-------", "rwxr-xr-x, rwx------", "r--------, rw-------", "rw-r-x--x, rw-------"})
    void nobodyElseCanReadACopy(String before, String after) throws IOException {
        tree.file("a/secret", "S");
        Files.setPosixFilePermissions(tree.root().resolve("a/secret"), PosixFilePermissions.fromString(before));

        FileCopies.copy(tree.root(), List.of("a/secret"), target);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("a/secret"))))
                .isEqualTo(after);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("a"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theTimeOfChangeIsKept() throws IOException {
        FileTime time = FileTime.from(Instant.ofEpochSecond(1_600_000_000, 987_654_000));
        tree.file("a", "A");
        Files.setLastModifiedTime(tree.root().resolve("a"), time);

        FileCopies.copy(tree.root(), List.of("a"), target);

        assertThat(Files.getLastModifiedTime(target.resolve("a"))).isEqualTo(time);
    }

    @Test
    void aLinkInsideTheProjectIsCopiedAsALink() throws IOException {
        tree.file("shared/.env", "E").link("web/.env", "../shared/.env");

        assertThat(FileCopies.copy(tree.root(), List.of("web/.env"), target)).isZero();

        assertThat(Files.readSymbolicLink(target.resolve("web/.env"))).isEqualTo(Path.of("../shared/.env"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/etc/passwd", "", ".", "..", "a\0b"})
    void aPathOutOfTheProjectIsRefused(String path) throws IOException {
        new Tree(folder).file("outside", "O");
        tree.folder("a");

        assertThatIOException()
                .isThrownBy(() -> FileCopies.copy(tree.root(), List.of(path), target))
                .withMessageContaining("was not copied");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void aLinkOutOfTheProjectIsRefusedAndTheRestIsCopiedFirst() throws IOException {
        new Tree(folder).file("outside/secret", "O");
        tree.file("a", "A").link(".env", "../outside/secret").link("dir", "../outside");

        assertThatIOException()
                .isThrownBy(() -> FileCopies.copy(tree.root(), List.of(".env", "dir/secret", "a"), target))
                .withMessage(".env was not copied: it is a link out of the project."
                        + " dir/secret was not copied: a link on the way leads out of the project.");

        assertThat(target.resolve("a")).hasContent("A");
        assertThat(Files.exists(target.resolve(".env"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(Files.exists(target.resolve("dir"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void whatCannotBeCopiedCanBeToldInsteadOfThrown() throws IOException {
        tree.file("a", "A").folder("folder");

        FileCopies.Copied copied = FileCopies.copyWhatCan(tree.root(), List.of("gone\u001b", "folder", "a"), target);

        assertThat(copied)
                .isEqualTo(new FileCopies.Copied(
                        1,
                        1,
                        List.of(
                                "gone\\u001b was not copied: it does not exist.",
                                "folder was not copied: it is not a file.")));
    }

    @Test
    @Timeout(60)
    void aPipeIsRefusedAndNeverOpened() throws IOException, InterruptedException {
        Optional<Integer> made = tree.run(Map.of(), folder.resolve("said"), "mkfifo", "pipe");
        assumeTrue(made.equals(Optional.of(0)), "mkfifo is not installed");

        assertThat(FileCopies.copyWhatCan(tree.root(), List.of("pipe"), target).refused())
                .containsExactly("pipe was not copied: it is not a file.");
    }

    @Test
    void whatIsThereAlreadyIsNeverOverwritten() throws IOException {
        tree.file("a", "new");
        new Tree(target).file("a", "old");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> FileCopies.copy(tree.root(), List.of("a"), target));
        assertThat(target.resolve("a")).hasContent("old");
    }

    @Test
    void contentLargerThanTheBufferIsWhole() throws IOException {
        String large = "0123456789".repeat(100_000);
        tree.file("large", large).file("\u00fc mlaut", "\u00fc");

        assertThat(FileCopies.copy(tree.root(), List.of("large", "\u00fc mlaut"), target))
                .isEqualTo(1_000_002);

        assertThat(target.resolve("large")).hasContent(large);
        assertThat(target.resolve("\u00fc mlaut")).hasContent("\u00fc");
    }
}
