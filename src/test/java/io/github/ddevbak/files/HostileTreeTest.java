package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HostileTreeTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    ByteArrayOutputStream checksums = new ByteArrayOutputStream();

    @BeforeEach
    void makeAProject() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
    }

    @Test
    void linksAreNeverHashedThrough() throws IOException {
        tree.file("secret", "S")
                .file("files/a", "A")
                .link("files/in", "../secret")
                .link("files/dir", "..");

        assertThat(tree.printed("files")).isEqualTo(Tree.line("A", "files/a"));
        assertThat(tree.report("files").findings()).isEmpty();
    }

    @Test
    void aLinkOutOfTheProjectIsToldAndNotFollowed() throws IOException {
        new Tree(folder).file("outside/big", "B");
        tree.file("files/a", "A").link("files/out", "../../outside");

        FilesReport report = tree.report("files");

        assertThat(report.files()).isEqualTo(1);
        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("files.link-outside"))
                .matches(finding -> finding.severity() == Severity.WARNING)
                .matches(finding -> finding.sentence().contains("../../outside"));
    }

    @Test
    void aLinkThatLeadsInACircleDoesNoHarm() throws IOException {
        tree.file("files/a", "A").link("files/loop", "loop").link("files/self", ".");

        assertThat(tree.report("files").files()).isEqualTo(1);
    }

    @Test
    void directoriesOfLinksOnlyAreNoneWithAWarning() throws IOException {
        tree.link("files/x", "nowhere");

        FilesReport report = tree.report("files");

        assertThat(report.state()).isEqualTo(PartState.NONE);
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.only-links");
    }

    @Test
    void anUploadDirectoryThatIsALinkIntoTheProjectIsFollowed() throws IOException, InterruptedException {
        tree.file("storage/a", "A").link("web/files", "../storage");
        Path set = folder.resolve("set");

        FilesReport report = tree.written(set, "web/files");

        assertThat(set.resolve("MANIFEST.sha256")).hasContent(Tree.line("A", "web/files/a"));
        assertThat(set.resolve("manifest.jsonl")).content().contains("\"target\":\"../storage\"");
        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(tree.verified(set.resolve("MANIFEST.sha256")).asRecorded()).isTrue();
    }

    @Test
    void anUploadDirectoryThatIsALinkOutOfTheProjectIsALoss() throws IOException {
        new Tree(folder).file("outside/big", "B");
        tree.link("web/files", "../../outside");

        FilesReport report = tree.report("web/files");

        assertThat(report.state()).isEqualTo(PartState.AT_RISK);
        assertThat(report.files()).isZero();
        assertThat(report.dirs()).isEmpty();
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.outside-project");
    }

    @Test
    void aLinkedParentOfTheUploadDirectoryCannotLeadOutEither() throws IOException {
        new Tree(folder).file("outside/files/big", "B");
        tree.link("web", "../outside");

        assertThat(tree.report("web/files").findings())
                .extracting(Finding::code)
                .containsExactly("files.outside-project");
    }

    @Test
    void aSiblingWhoseNameBeginsLikeTheProjectsIsOutside() throws IOException {
        new Tree(folder).file("project-2/big", "B");
        tree.link("files", "../project-2");

        assertThat(tree.report("files").state()).isEqualTo(PartState.AT_RISK);
    }

    @Test
    void anUploadDirectoryOnADiskThatIsNotMountedIsAFailureAndNotNone() throws IOException {
        tree.link("files", "/mnt/not/mounted").folder("web").link("web/up", "../gone");

        for (String dir : new String[] {"files", "files/sub", "web/up/deep"}) {
            FilesReport report = tree.report(dir);
            assertThat(report.state()).as(dir).isEqualTo(PartState.FAILED);
            assertThat(report.findings()).extracting(Finding::code).containsExactly("files.directory-dangling");
        }
    }

    @Test
    void anUploadDirectoryThatIsALinkToTheProjectIsRefused() throws IOException {
        tree.file("index.php", "code").link("files", ".");

        assertThat(tree.report("files").findings()).extracting(Finding::code).containsExactly("files.whole-project");
        assertThat(tree.report("files").files()).isZero();
    }

    @Test
    void anUploadDirectoryThatIsAFileIsOneFile() throws IOException {
        tree.file("files", "F");

        assertThat(tree.printed("files")).isEqualTo(Tree.line("F", "files"));
    }

    @Test
    @Timeout(60)
    void aPipeIsRecordedAndNeverOpened() throws IOException, InterruptedException {
        tree.file("files/a", "A");
        Optional<Integer> made = tree.run(Map.of(), folder.resolve("said"), "mkfifo", "files/pipe");
        assumeTrue(made.equals(Optional.of(0)), "mkfifo is not installed");
        Path set = folder.resolve("set");

        FilesReport report = tree.written(set, "files");

        assertThat(report.files()).isEqualTo(1);
        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.special");
        assertThat(set.resolve("manifest.jsonl")).content().contains("\"path\":\"files/pipe\",\"type\":\"other\"");
    }

    @Test
    void aNameThatIsNotUtf8IsKeptByteForByte() throws IOException, InterruptedException {
        tree.file("files/a", "A");
        Path odd = Path.of(URI.create(tree.root().toUri().getRawPath().replaceFirst("^", "file://") + "files/%ff%0a"));
        try {
            Files.writeString(odd, "O");
        } catch (IOException refused) {
            assumeTrue(false, "this file system takes only UTF-8 names");
        }
        Path set = folder.resolve("set");

        FilesReport report = tree.written(set, "files");

        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("files.unreadable-name"))
                .matches(finding -> finding.sentence().contains("files/%ff%0a"));
        assertThat(Files.readString(set.resolve("MANIFEST.sha256"), StandardCharsets.ISO_8859_1))
                .isEqualTo(Tree.line("A", "files/a") + "\\" + Tree.line("O", "files/\u00ff\\n"));
        JsonNode line = new ObjectMapper()
                .readTree(Files.readAllLines(set.resolve("manifest.jsonl")).get(1));
        assertThat(line.get("pathBytes").textValue()).isEqualTo("files/%ff%0a");
        Told told = tree.verified(set.resolve("MANIFEST.sha256"), "files");
        assertThat(told.lines()).isEmpty();
        assertThat(told.totals().same()).isEqualTo(2);
    }

    @Test
    void underCronsLocaleNamesAreTheSame() throws IOException, InterruptedException {
        tree.file("files/\u00fc/\u20ac \ud83d\ude00.txt", "A")
                .file("files/z", "Z")
                .link("files/\u00e4", "\u00fc/x");
        Path said = folder.resolve("said");

        Optional<Integer> exit = tree.run(
                Map.of("LC_ALL", "C", "LANG", "C"),
                said,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                PrintManifestMain.class.getName(),
                tree.root().toString(),
                "files");

        assertThat(exit).as(Files.readString(said)).contains(0);
        assertThat(said).hasContent(tree.printed("files"));
    }

    @Test
    void aFileThatChangesOnceWhileItIsReadIsReadAgain() throws IOException {
        tree.file("files/a", "A");
        AtomicInteger opened = new AtomicInteger();

        FilesReport report = tree.opened(
                path -> {
                    if (opened.incrementAndGet() == 1) {
                        Files.writeString(path, "new", StandardOpenOption.APPEND);
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.findings()).isEmpty();
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("Anew", "files/a"));
        assertThat(report.bytes()).isEqualTo(4);
        assertThat(opened).hasValue(2);
    }

    @Test
    void aFileThatNeverStandsStillIsToldAndNotReadForEver() throws IOException {
        tree.file("files/a", "A").file("files/b", "B");

        FilesReport report = tree.opened(
                path -> {
                    if (path.endsWith("a")) {
                        Files.writeString(path, "x".repeat(3 << 20), StandardOpenOption.APPEND);
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("files.changing"))
                .matches(finding -> finding.severity() == Severity.WARNING);
        assertThat(report.state()).isEqualTo(PartState.OK);
        assertThat(report.files()).isEqualTo(2);
    }

    @Test
    void aFileThatVanishesIsAnInfoAndTheRestIsDone() throws IOException {
        tree.file("files/a", "A").file("files/b", "B");

        FilesReport report = tree.opened(
                path -> {
                    if (path.endsWith("a")) {
                        Files.delete(path);
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("files.vanished"))
                .matches(finding -> finding.severity() == Severity.INFO);
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("B", "files/b"));
        assertThat(report.state()).isEqualTo(PartState.OK);
    }

    @Test
    void aFileThatBecomesALinkIsNotReadThroughIt() throws IOException {
        tree.file("secret", "S").file("files/a", "A");

        FilesReport report = tree.opened(
                path -> {
                    Files.delete(path);
                    Files.createSymbolicLink(path, tree.root().resolve("secret"));
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(checksums.size()).isZero();
        assertThat(report.state()).isEqualTo(PartState.FAILED);
    }

    @Test
    @Timeout(60)
    void aFileThatBecomesAPipeBeforeItIsOpenedHoldsNobodyUp() throws IOException {
        tree.file("files/a", "A").file("files/b", "B");

        FilesReport report = tree.opened(
                path -> {
                    if (path.endsWith("a")) {
                        Files.delete(path);
                        makePipe();
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.vanished");
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("B", "files/b"));
    }

    private void makePipe() {
        try {
            Optional<Integer> made = tree.run(Map.of(), folder.resolve("said"), "mkfifo", "files/a");
            assumeTrue(made.equals(Optional.of(0)), "mkfifo is not installed");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFolderThatBecomesALinkWhileItsFilesAreReadLeadsNobodyOut() throws IOException {
        new Tree(folder).file("outside/a", "SECRET");
        tree.file("files/in/a", "A");

        FilesReport report = tree.opened(
                path -> {
                    Files.move(tree.root().resolve("files/in"), folder.resolve("moved"));
                    Files.createSymbolicLink(tree.root().resolve("files/in"), folder.resolve("outside"));
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(checksums.size()).isZero();
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.vanished");
    }

    @Test
    void aFileThatIsCutShortWhileItIsReadIsReadAgain() throws IOException {
        tree.file("files/a", "long content");
        AtomicInteger opened = new AtomicInteger();

        FilesReport report = tree.opened(
                path -> {
                    if (opened.incrementAndGet() == 1) {
                        Files.writeString(path, "short");
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.findings()).isEmpty();
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("short", "files/a"));
    }

    @Test
    void aChangeWhoseTimeIsSetBackWhileTheFileIsReadIsNoticed() throws IOException {
        tree.file("files/a", "old");
        CachedTree change = new CachedTree(tree, folder, CachedTree.LATER);
        AtomicInteger opened = new AtomicInteger();

        tree.opened(
                path -> {
                    var channel = FileDigest.Opener.REAL.open(path);
                    if (opened.incrementAndGet() == 1) {
                        change.changeUnseen("files/a", "new");
                    }
                    return channel;
                },
                checksums,
                "files");

        assertThat(opened).hasValue(2);
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("new", "files/a"));
    }

    @Test
    void aSparseFileIsReadAsTheZerosItStandsFor() throws IOException {
        tree.folder("files");
        try (var file = FileChannel.open(
                tree.root().resolve("files/sparse"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {'x'}), (8 << 20) - 1);
        }

        FilesReport report = tree.report("files");

        assertThat(report.bytes()).isEqualTo(8 << 20);
        assertThat(tree.printed("files")).isEqualTo(Tree.line("\0".repeat((8 << 20) - 1) + "x", "files/sparse"));
    }

    @Test
    void aFileThatCannotBeReadFailsThePartAndTheRestIsDone() throws IOException {
        tree.file("files/a", "A").file("files/b", "B");

        FilesReport report = tree.opened(
                path -> {
                    if (path.endsWith("a")) {
                        throw new AccessDeniedException(path.toString());
                    }
                    return FileDigest.Opener.REAL.open(path);
                },
                checksums,
                "files");

        assertThat(report.state()).isEqualTo(PartState.FAILED);
        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("files.unreadable"))
                .matches(finding -> finding.severity() == Severity.ERROR)
                .matches(finding -> finding.sentence().equals("files/a could not be read: permission denied."));
        assertThat(checksums.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("B", "files/b"));
    }

    @Test
    void aFailingDiskIsNamedWithItsOwnWords() throws IOException {
        tree.file("files/a", "A");

        FilesReport report = tree.opened(
                path -> {
                    throw new FileSystemException(path.toString(), null, "Input/output error");
                },
                checksums,
                "files");

        assertThat(report.findings().get(0).sentence()).endsWith("Input/output error.");
    }

    @Test
    void folderAndFileWithoutPermissionAreErrorsForAnOrdinaryUser() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        tree.file("files/closed/a", "A").file("files/shut", "S").file("files/z", "Z");
        Path closed = tree.root().resolve("files/closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(tree.root().resolve("files/shut"), PosixFilePermissions.fromString("-w-------"));
        try {
            FilesReport report = tree.report("files");

            assertThat(report.state()).isEqualTo(PartState.FAILED);
            assertThat(report.files()).isEqualTo(1);
            assertThat(report.findings())
                    .extracting(Finding::sentence)
                    .containsExactlyInAnyOrder(
                            "files/closed could not be read: permission denied.",
                            "files/shut could not be read: permission denied.");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void thousandsOfUnreadableFilesAreAHandfulOfFindings() throws IOException {
        for (int i = 0; i < 300; i++) {
            tree.file("files/" + i, "x");
        }

        FilesReport report = tree.opened(
                path -> {
                    throw new AccessDeniedException(path.toString());
                },
                checksums,
                "files");

        assertThat(report.findings()).hasSize(FileFindings.TOLD + 1);
        assertThat(report.findings().get(FileFindings.TOLD).sentence()).contains("290 more");
    }

    @Test
    void aHostileNameCannotForgeALineOfAFinding() throws IOException {
        tree.link("files/\u001b[31m\nOK", "/etc");

        assertThat(tree.report("files").findings())
                .isNotEmpty()
                .allMatch(finding -> finding.sentence().chars().noneMatch(Character::isISOControl));
    }

    @Test
    void aTreeAsDeepAsPathsCanBeIsWalkedToItsEnd() throws IOException {
        String deep = "files" + "/d".repeat(1500);
        tree.file(deep + "/f", "F");

        assertThat(tree.printed("files")).isEqualTo(Tree.line("F", deep + "/f"));
    }

    @Test
    void aFailureOfTheReaderItselfIsNotTakenForAFiles() throws IOException {
        tree.file("files/a", "A");
        FileDigest.Opener broken = path -> {
            throw new UncheckedIOException(new IOException("a bug"));
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tree.opened(broken, checksums, "files"));
    }
}
