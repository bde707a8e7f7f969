package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestComparisonTest {
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

    private Path at(String path) {
        return tree.root().resolve(path);
    }

    private Told told() throws IOException {
        return tree.verified(manifest, "web/files");
    }

    @Test
    void untouchedFilesDifferInNothing() throws IOException {
        Told told = told();

        assertThat(told.lines()).isEmpty();
        assertThat(told.asRecorded()).isTrue();
        assertThat(told.totals().recorded()).isEqualTo(3);
        assertThat(told.totals().same()).isEqualTo(3);
    }

    @Test
    void everyWordIsToldOfWhatItMeans() throws IOException {
        tree.file("web/files/mode", "mode")
                .file("web/files/old", "wanders")
                .file("web/files/rots", "good")
                .file("web/files/time", "time")
                .file("web/files/was-file", "F")
                .folder("web/files/was-folder")
                .link("web/files/link", "a");
        tree.written(folder.resolve("set"), "web/files");
        FileTime time = Files.getLastModifiedTime(at("web/files/rots"));
        tree.file("web/files/a", "AA").file("web/files/new", "N").file("web/files/rots", "evil");
        Files.setLastModifiedTime(at("web/files/rots"), time);
        Files.delete(at("web/files/b"));
        Files.setPosixFilePermissions(at("web/files/mode"), PosixFilePermissions.fromString("rw-rw----"));
        Files.move(at("web/files/old"), at("web/files/s/young"));
        Files.setLastModifiedTime(at("web/files/time"), FileTime.fromMillis(1));
        Files.delete(at("web/files/was-file"));
        tree.folder("web/files/was-file");
        Files.delete(at("web/files/was-folder"));
        tree.link("web/files/was-folder", "a");
        Files.delete(at("web/files/link"));
        tree.link("web/files/link", "b");

        Told told = told();

        assertThat(told.lines())
                .containsExactly(
                        "rotten web/files/rots",
                        "changed web/files/a",
                        "removed web/files/b",
                        "type changed web/files/was-file",
                        "type changed web/files/was-folder",
                        "link target changed web/files/link",
                        "moved web/files/old -> web/files/s/young",
                        "mode changed web/files/mode",
                        "added web/files/new",
                        "touched web/files/time");
        assertThat(told.asRecorded()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void aSingleFlippedBitOfTheSameSizeAndTimeIsRot(long seed) throws IOException {
        byte[] content = new byte[300_000];
        Random random = new Random(seed);
        random.nextBytes(content);
        Path file = at("web/files/big");
        Files.write(file, content);
        tree.written(folder.resolve("set"), "web/files");
        FileTime time = Files.getLastModifiedTime(file);
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);

        assertThat(told().lines()).containsExactly("rotten web/files/big");
    }

    @Test
    void withoutRecordedTimesRotIsAChange() throws IOException {
        Files.delete(folder.resolve("set/manifest.jsonl"));
        FileTime time = Files.getLastModifiedTime(at("web/files/a"));
        tree.file("web/files/a", "Z");
        Files.setLastModifiedTime(at("web/files/a"), time);

        assertThat(told().lines()).containsExactly("changed web/files/a");
    }

    @Test
    void addedFilesAloneAreNoFault() throws IOException {
        Told told = tree.file("web/files/n", "N").verified(manifest, "web/files");

        assertThat(told.lines()).containsExactly("added web/files/n");
        assertThat(told.asRecorded()).isTrue();
    }

    @Test
    void withoutUploadDirectoriesAddedFilesAreLookedForInTheFoldersOfTheManifest() throws IOException {
        tree.file("web/other/n", "N").file("web/files/deep/n", "N");

        assertThat(tree.verified(manifest).lines()).containsExactly("added web/files/deep/n");
    }

    @Test
    void recordedFilesOutsideTheUploadDirectoriesAreReadToo() throws IOException {
        Files.writeString(manifest, Tree.line("code", "web/index.php") + Tree.line("A", "web/files/a"));
        Files.delete(folder.resolve("set/manifest.jsonl"));
        tree.file("web/index.php", "other code");

        assertThat(told().lines()).containsExactly("changed web/index.php", "added web/files/b", "added web/files/s/c");
    }

    @Test
    void aMovedFileWithAnotherModeIsOneMove() throws IOException {
        Files.move(at("web/files/a"), at("web/files/z"));
        Files.setPosixFilePermissions(at("web/files/z"), PosixFilePermissions.fromString("r--------"));

        Told told = told();

        assertThat(told.lines()).containsExactly("moved web/files/a -> web/files/z");
        assertThat(told.differences().get(0).now().orElseThrow().octal()).isEqualTo("0400");
    }

    @Test
    void aCopyOfAFileThatIsStillThereIsNoMove() throws IOException {
        tree.file("web/files/copy", "A");

        assertThat(told().lines()).containsExactly("added web/files/copy");
    }

    @Test
    void emptyFilesNeverMove() throws IOException {
        tree.file("web/files/empty", "");
        tree.written(folder.resolve("set"), "web/files");
        Files.move(at("web/files/empty"), at("web/files/void"));

        assertThat(told().lines()).containsExactly("removed web/files/empty", "added web/files/void");
    }

    @Test
    void ofEqualFilesThoseThatKeptTheirNameArePairedFirst() throws IOException {
        tree.file("web/files/d1/x", "same").file("web/files/d1/y", "same").file("web/files/d1/z", "same");
        tree.written(folder.resolve("set"), "web/files");
        Files.createDirectories(at("web/files/d2/e"));
        Files.move(at("web/files/d1/y"), at("web/files/d2/y"));
        Files.move(at("web/files/d1/x"), at("web/files/d2/e/x"));
        Files.move(at("web/files/d1/z"), at("web/files/d2/a"));
        tree.file("web/files/d2/b", "same");

        assertThat(told().lines())
                .containsExactly(
                        "moved web/files/d1/x -> web/files/d2/e/x",
                        "moved web/files/d1/y -> web/files/d2/y",
                        "moved web/files/d1/z -> web/files/d2/a",
                        "added web/files/d2/b");
    }

    @Test
    void aFileInThePlaceOfAFolderIsAChangeOfTypeAndWhatTheFolderHeldIsRemoved() throws IOException {
        tree.file("web/files/s-more", "M").file("web/files/s.txt", "T");
        tree.written(folder.resolve("set"), "web/files");
        Files.delete(at("web/files/s/c"));
        Files.delete(at("web/files/s"));
        tree.file("web/files/s", "not a folder").file("web/files/s-new", "N");

        assertThat(told().lines())
                .containsExactly("removed web/files/s/c", "type changed web/files/s", "added web/files/s-new");
    }

    @Test
    void aFolderThatLostItsFilesIsNotAddedAsAnEmptyOne() throws IOException {
        Files.delete(at("web/files/s/c"));

        assertThat(told().lines()).containsExactly("removed web/files/s/c");
    }

    @Test
    void anEmptyFolderThatGotAFileIsNotRemoved() throws IOException {
        tree.folder("web/files/e");
        tree.written(folder.resolve("set"), "web/files");
        tree.file("web/files/e/f", "F");

        assertThat(told().lines()).containsExactly("added web/files/e/f");
    }

    @Test
    void aFolderThatBecameALinkOutOfTheProjectIsToldAndNotReadThrough() throws IOException {
        new Tree(folder).file("outside/c", "C");
        Files.delete(at("web/files/s/c"));
        Files.delete(at("web/files/s"));
        tree.link("web/files/s", "../../../outside");

        assertThat(told().lines())
                .containsExactly(
                        "unreadable web/files/s/c: a link leads out of the project", "type changed web/files/s");
    }

    @Test
    void aManifestBesideItsFilesIsNotAnAddedFile() throws IOException {
        Path own = at("web/files/SUMS");
        Files.writeString(own, Tree.line("A", "web/files/a"));
        Files.writeString(at("web/files/SUMS.jsonl"), "");

        assertThat(tree.verified(own, "web/files").lines()).containsExactly("added web/files/b", "added web/files/s/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../outside", "web/../../outside"})
    void aPathOutOfTheProjectIsMalformedAndNotRead(String path) throws IOException {
        new Tree(folder).file("outside", "O");
        Files.writeString(manifest, Tree.line("A", "web/files/a") + Tree.line("O", path));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        Told told = tree.verified(manifest);

        assertThat(told.totals().malformed()).singleElement().asString().startsWith("line 2: its path");
        assertThat(told.totals().same()).isEqualTo(1);
        assertThat(told.asRecorded()).isFalse();
    }

    @Test
    void aLinkOutOfTheProjectIsNotReadThrough() throws IOException {
        new Tree(folder).file("outside", "O").file("dir/x", "X");
        tree.link("web/files/out", "../../../outside").link("web/files/d", "../../../dir");
        Files.writeString(manifest, Tree.line("O", "web/files/out") + Tree.line("X", "web/files/d/x"));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        assertThat(told().lines())
                .startsWith(
                        "unreadable web/files/d/x: a link leads out of the project",
                        "unreadable web/files/out: a link leads out of the project")
                .noneMatch(line -> line.contains("type changed"));
    }

    @Test
    void whatSha256sumSaidOfALinkIsComparedWithWhatItPointsTo() throws IOException {
        tree.link("web/files/l", "a").link("web/files/m", "b");
        Files.writeString(manifest, Tree.line("A", "web/files/l") + Tree.line("A", "web/files/m"));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        assertThat(told().lines())
                .containsExactly(
                        "changed web/files/m", "added web/files/a", "added web/files/b", "added web/files/s/c");
    }

    @Test
    @Timeout(60)
    void aPipeWhereAFileWasIsAChangeOfTypeAndNoHang() throws IOException, InterruptedException {
        Files.delete(at("web/files/a"));
        Optional<Integer> made = tree.run(Map.of(), folder.resolve("said"), "mkfifo", "web/files/a");
        assumeTrue(made.equals(Optional.of(0)), "mkfifo is not installed");

        assertThat(told().lines()).containsExactly("type changed web/files/a");
    }

    @Test
    void aManifestWithoutALineSaysSo() throws IOException {
        Files.writeString(manifest, "# only a comment\n\n");

        Told told = told();

        assertThat(told.totals().empty()).isTrue();
        assertThat(told.lines()).hasSize(3).allMatch(line -> line.startsWith("added"));
    }

    @Test
    void aManifestCutInTheMiddleOfALineIsNeverAsRecorded() throws IOException {
        Files.delete(folder.resolve("set/manifest.jsonl"));
        String whole = Files.readString(manifest);
        for (int length = whole.indexOf('\n') + 2; length < whole.length() - 1; length++) {
            Files.writeString(manifest, whole.substring(0, length));
            boolean atTheEndOfALine = whole.charAt(length) == '\n' || whole.charAt(length - 1) == '\n';

            assertThat(told().asRecorded()).as("cut at " + length).isEqualTo(atTheEndOfALine);
        }
    }

    @Test
    void aManifestCutAtTheEndOfALineIsFoundOutByTheLinesBesideIt() throws IOException {
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.substring(0, whole.indexOf('\n') + 1));

        Told told = told();

        assertThat(told.asRecorded()).isFalse();
        assertThat(told.totals().malformed()).singleElement().asString().contains("differ on 2 names");
    }

    @Test
    void rubbishIsNoManifest() throws IOException {
        byte[] rubbish = new byte[200_000];
        new Random(31).nextBytes(rubbish);
        Files.write(manifest, rubbish);

        assertThatExceptionOfType(NoManifestException.class)
                .isThrownBy(this::told)
                .withMessageContaining("MANIFEST.sha256 is no manifest of SHA-256 checksums: line 1: it");
    }

    @Test
    void rubbishBehindAGoodLineIsAHundredComplaintsAndANumber() throws IOException {
        Files.writeString(manifest, Tree.line("A", "web/files/a") + "rubbish\n".repeat(2000));

        Told told = told();

        assertThat(told.totals().malformed()).hasSize(101);
        assertThat(told.totals().malformed().get(100)).matches("and [0-9]+ more");
        assertThat(told.totals().malformed().get(0)).isEqualTo("line 2: it is too short for a SHA-256 and a name");
        assertThat(told.totals().unusable()).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void aLineLongerThanAnyPathIsNotKeptInMemory() throws IOException {
        Files.writeString(manifest, Tree.line("A", "web/files/a") + Tree.sha256("A") + "  " + "x".repeat(5 << 20));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        Told told = told();

        assertThat(told.totals().same()).isEqualTo(1);
        assertThat(told.asRecorded()).isFalse();
    }

    @Test
    void aNameRecordedTwiceWithDifferentChecksumsIsTold() throws IOException {
        Files.writeString(manifest, Tree.line("A", "web/files/a") + Tree.line("x", "./web/files/a"));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        assertThat(told().totals().malformed()).containsExactly("it names web/files/a twice, with different checksums");
    }

    @Test
    void aHostileNameIsSafeToPrint() throws IOException {
        Files.write(manifest, ("\\" + Tree.sha256("A") + "  web/\\n\u001b[31m\n").getBytes(StandardCharsets.UTF_8));

        Files.delete(folder.resolve("set/manifest.jsonl"));

        assertThat(told().lines()).contains("moved web/\\n\\u001b[31m -> web/files/a");
    }

    @Test
    void aManifestIsReadFromAStreamAndRelativeToAFolder() throws IOException {
        byte[] sums = (Tree.line("C", "s/c") + Tree.line("B", "a")).getBytes(StandardCharsets.UTF_8);

        Told told =
                tree.compared(ManifestSource.of(new ByteArrayInputStream(sums)).relativeTo("web/files"), "web/files");

        assertThat(told.lines()).containsExactly("changed web/files/a", "added web/files/b");
    }

    @Test
    void absoluteNamesInTheProjectAreItsFiles() throws IOException {
        Path real = tree.root().toRealPath();
        Files.writeString(manifest, Tree.line("A", real + "/web/files/a") + Tree.line("x", real + "/web/files/b"));
        Files.delete(folder.resolve("set/manifest.jsonl"));

        assertThat(told().lines()).containsExactly("changed web/files/b", "added web/files/s/c");
    }

    @Test
    void theJsonLinesAloneAreAManifestToo() throws IOException {
        tree.file("web/files/a", "AA");

        assertThat(tree.verified(folder.resolve("set/manifest.jsonl"), "web/files")
                        .lines())
                .containsExactly("changed web/files/a");
    }

    @Test
    void aMissingManifestIsAnErrorAndNotAnEmptyOne() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> tree.verified(folder.resolve("nowhere")));
    }

    @Test
    void aCancelledCheckHasNoResult() {
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> tree.compared(ManifestSource.of(manifest), () -> true, "web/files"));
    }
}
