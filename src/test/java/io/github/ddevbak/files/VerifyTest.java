package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    Path manifest = Path.of("unset");

    @BeforeEach
    void makeAProjectWithThreeFiles() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        tree.file("web/index.php", "code")
                .file("web/files/a", "A")
                .file("web/files/b", "B")
                .file("web/files/s/c", "C");
        tree.written(folder.resolve("set"), "web/files");
        manifest = folder.resolve("set/MANIFEST.sha256");
    }

    @Test
    void untouchedFilesAreGood() throws IOException {
        VerifyReport report = tree.verified(manifest);

        assertThat(report).isEqualTo(new VerifyReport(3, List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(report.good()).isTrue();
    }

    @Test
    void everyKindOfDriftIsNamed() throws IOException {
        tree.file("web/files/a", "a").file("web/files/new/n", "N");
        Files.delete(tree.root().resolve("web/files/b"));

        VerifyReport report = tree.verified(manifest);

        assertThat(report.changed()).containsExactly("web/files/a");
        assertThat(report.missing()).containsExactly("web/files/b");
        assertThat(report.added()).containsExactly("web/files/new/n");
        assertThat(report.checked()).isEqualTo(2);
        assertThat(report.good()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void aSingleFlippedBitOfTheSameSizeAndTimeIsFound(long seed) throws IOException {
        byte[] content = new byte[300_000];
        Random random = new Random(seed);
        random.nextBytes(content);
        Path file = tree.root().resolve("web/files/big");
        Files.write(file, content);
        tree.written(folder.resolve("set"), "web/files");
        var time = Files.getLastModifiedTime(file);
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);

        assertThat(tree.verified(manifest).changed()).containsExactly("web/files/big");
    }

    @Test
    void addedFilesAloneAreNoFault() throws IOException {
        assertThat(tree.file("web/files/n", "N").verified(manifest).good()).isTrue();
    }

    @Test
    void addedFilesAreLookedForInTheNamedDirectories() throws IOException {
        tree.file("web/other/n", "N").file("web/files/n", "N");

        VerifyReport report =
                FilesManifest.verify(manifest, tree.root(), List.of("web/other", "web/files", "gone"), () -> false);

        assertThat(report.added()).containsExactly("web/files/n", "web/other/n");
    }

    @Test
    void aManifestBesideItsFilesIsNotAnAddedFile() throws IOException {
        Path own = tree.root().resolve("SUMS");
        Files.writeString(own, Tree.line("code", "web/index.php") + Tree.line("S", "top"));
        tree.file("top", "S");

        assertThat(tree.verified(own).added()).containsExactly("web/files/a", "web/files/b", "web/files/s/c");
    }

    @Test
    void manifestsOfTheRealToolsAreRead() throws IOException, InterruptedException {
        tree.file("web/files/new\nline", "N").file("web/files/back\\slash", "S");
        String[] names = {"web/files/a", "web/files/new\nline", "web/files/back\\slash", "./web/files/b"};
        int tools = 0;
        for (List<String> tool :
                List.of(List.of("sha256sum"), List.of("sha256sum", "-b"), List.of("shasum", "-a", "256"))) {
            String[] command =
                    Stream.concat(tool.stream(), Arrays.stream(names)).toArray(String[]::new);
            Path sums = folder.resolve("sums");
            Optional<Integer> exit = tree.run(Map.of(), sums, command);
            if (exit.isPresent()) {
                tools++;
                VerifyReport report = tree.verified(sums);
                assertThat(report.malformed()).as(tool.toString()).isEmpty();
                assertThat(report.checked()).isEqualTo(4);
                assertThat(report.good()).isTrue();
            }
        }
        assumeTrue(tools > 0, "neither sha256sum nor shasum is installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../outside", "web/../../outside"})
    void aPathOutOfTheRootIsMalformedAndNotRead(String path) throws IOException {
        new Tree(folder).file("outside", "O");
        Files.writeString(manifest, Tree.line("A", "web/files/a") + Tree.line("O", path));

        VerifyReport report = tree.verified(manifest);

        assertThat(report.malformed()).singleElement().asString().startsWith("line 2: its path");
        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.good()).isFalse();
    }

    @Test
    void aLinkOutOfTheRootIsNotReadThrough() throws IOException {
        new Tree(folder).file("outside", "O").file("dir/x", "X");
        tree.link("web/files/out", "../../../outside").link("web/files/d", "../../../dir");
        Files.writeString(manifest, Tree.line("O", "web/files/out") + Tree.line("X", "web/files/d/x"));

        VerifyReport report = tree.verified(manifest);

        assertThat(report.unreadable())
                .containsExactly(
                        "web/files/out: a link leads out of the folder",
                        "web/files/d/x: a link leads out of the folder");
        assertThat(report.checked()).isZero();
        assertThat(report.good()).isFalse();
    }

    @Test
    void aFolderWhereAFileWasIsAChange() throws IOException {
        Files.delete(tree.root().resolve("web/files/a"));
        tree.folder("web/files/a");

        assertThat(tree.verified(manifest).changed()).containsExactly("web/files/a");
    }

    @Test
    @Timeout(60)
    void aPipeWhereAFileWasIsAChangeAndNoHang() throws IOException, InterruptedException {
        Files.delete(tree.root().resolve("web/files/a"));
        Optional<Integer> made = tree.run(Map.of(), folder.resolve("said"), "mkfifo", "web/files/a");
        assumeTrue(made.equals(Optional.of(0)), "mkfifo is not installed");

        assertThat(tree.verified(manifest).changed()).containsExactly("web/files/a");
    }

    @Test
    void aFileWhereAFolderWasIsNeverGood() throws IOException {
        Files.delete(tree.root().resolve("web/files/s/c"));
        Files.delete(tree.root().resolve("web/files/s"));
        tree.file("web/files/s", "not a folder");

        assertThat(tree.verified(manifest).good()).isFalse();
    }

    @Test
    void aManifestWithoutALineIsNotGood() throws IOException {
        Files.writeString(manifest, "# only a comment\n");

        VerifyReport report = tree.verified(manifest);

        assertThat(report.malformed()).containsExactly("the manifest holds no line");
        assertThat(report.good()).isFalse();
    }

    @Test
    void aManifestCutInTheMiddleOfALineIsNotGood() throws IOException {
        String whole = Files.readString(manifest);
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(manifest, whole.substring(0, length));
            boolean atTheEndOfALine = whole.charAt(length) == '\n' || (length > 0 && whole.charAt(length - 1) == '\n');

            assertThat(tree.verified(manifest).good()).as("cut at " + length).isEqualTo(atTheEndOfALine && length > 0);
        }
    }

    @Test
    void rubbishIsAHundredLinesOfComplaintAndANumber() throws IOException {
        byte[] rubbish = new byte[200_000];
        new Random(31).nextBytes(rubbish);
        Files.write(manifest, rubbish);

        VerifyReport report = tree.verified(manifest);

        assertThat(report.good()).isFalse();
        assertThat(report.malformed()).hasSize(101);
        assertThat(report.malformed().get(100)).matches("and [0-9]+ more lines");
    }

    @Test
    void aLineLongerThanAnyPathIsNotKeptInMemory() throws IOException {
        Files.writeString(manifest, Tree.line("A", "web/files/a") + Tree.sha256("A") + "  " + "x".repeat(5 << 20));

        VerifyReport report = tree.verified(manifest);

        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.good()).isFalse();
    }

    @Test
    void aHostileNameIsSafeToPrint() throws IOException {
        Files.write(manifest, ("\\" + Tree.sha256("A") + "  web/\\n\u001b[31m\n").getBytes(StandardCharsets.UTF_8));

        assertThat(tree.verified(manifest).missing()).containsExactly("web/\\n\\u001b[31m");
    }

    @Test
    void aMissingManifestIsAnErrorAndNotAnEmptyOne() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> tree.verified(folder.resolve("nowhere")));
    }

    @Test
    void aCancelledCheckHasNoResult() {
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> FilesManifest.verify(manifest, tree.root(), () -> true));
    }

    @Test
    void aChecksumOfAllZerosIsAChangeLikeAnyOther() throws IOException {
        Files.writeString(manifest, "0".repeat(64) + "  web/files/a\n");

        assertThat(tree.verified(manifest).changed()).containsExactly("web/files/a");
    }
}
