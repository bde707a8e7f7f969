package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesManifestTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    Path set = Path.of("unset");

    @BeforeEach
    void makeAProject() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        set = folder.resolve("set/files");
    }

    @Test
    void everyFileIsALineOfSha256sum() throws IOException {
        tree.file("web/files/a.txt", "A").file("web/files/deep/down/b.txt", "B").file("web/index.php", "code");

        FilesReport report = tree.written(set, "web/files");

        assertThat(set.resolve("MANIFEST.sha256"))
                .hasContent(Tree.line("A", "web/files/a.txt") + Tree.line("B", "web/files/deep/down/b.txt"));
        assertThat(report).isEqualTo(new FilesReport(PartState.OK, List.of(), 2, 2, List.of("web/files")));
    }

    @Test
    void nobodyElseCanReadTheManifest() throws IOException {
        tree.file("files/a", "A").written(set, "files");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(set)))
                .isEqualTo("rwx------");
        for (String name : List.of("MANIFEST.sha256", "manifest.jsonl")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(set.resolve(name))))
                    .isEqualTo("rw-------");
        }
        try (var names = Files.list(set)) {
            assertThat(names).hasSize(2);
        }
    }

    @Test
    void linesAreSortedByTheBytesOfTheWholePath() throws IOException {
        List<String> names = List.of(
                "a/b",
                "a-b",
                "a.b",
                "a0",
                "a/-",
                "B",
                "b",
                "\u00e4",
                "z",
                "\ufffd",
                "\ud83d\ude00",
                "\uffee",
                "a b",
                "I",
                "\u0131");
        for (String name : names) {
            tree.file("files/" + name, name);
        }

        List<String> paths =
                tree.printed("files").lines().map(line -> line.substring(66)).toList();

        List<String> sorted =
                new ArrayList<>(names.stream().map(n -> "files/" + n).toList());
        sorted.sort((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        assertThat(paths).containsExactlyElementsOf(sorted);
    }

    @Test
    void directoriesAreTakenInByteOrderAndNeverTwice() throws IOException {
        tree.file("a/x", "1").file("a-b/x", "2").file("a/in/x", "3");

        assertThat(tree.printed("a", "a-b", "a/in", "a/"))
                .isEqualTo(Tree.line("2", "a-b/x") + Tree.line("3", "a/in/x") + Tree.line("1", "a/x"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void theRealSha256sumAcceptsTheManifestStrictly(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        String letters = "ab \\\n\r\t'\"*#-\u00fc\u20ac\ud83d";
        for (int i = 0; i < 60; i++) {
            StringBuilder name = new StringBuilder("n" + i);
            for (int c = random.nextInt(8); c > 0; c--) {
                char letter = letters.charAt(random.nextInt(letters.length()));
                name.append(letter == '\ud83d' ? "\ud83d\ude00" : String.valueOf(letter));
            }
            tree.file("my files/" + (i % 3 == 0 ? "#sub" + i + "/" : "") + name, "content " + i);
        }

        FilesReport report = tree.written(set, "my files");

        Path said = folder.resolve("said");
        Optional<Integer> exit = tree.run(
                Map.of("LC_ALL", "C"),
                said,
                "sha256sum",
                "-c",
                "--strict",
                "--quiet",
                set.resolve("MANIFEST.sha256").toString());
        assumeTrue(exit.isPresent(), "sha256sum is not installed");
        assertThat(exit).as(Files.readString(said, StandardCharsets.ISO_8859_1)).contains(0);
        assertThat(report.files()).isEqualTo(60);
        assertThat(tree.verified(set.resolve("MANIFEST.sha256")).asRecorded()).isTrue();
    }

    @Test
    void largeFilesAndEmptyOnesHaveTheirRealDigests() throws IOException {
        String large = "0123456789abcdef".repeat(100_000);
        tree.file("files/large", large).file("files/empty", "");

        assertThat(tree.printed("files")).isEqualTo(Tree.line("", "files/empty") + Tree.line(large, "files/large"));
        assertThat(tree.report("files").bytes()).isEqualTo(large.length());
    }

    @Test
    void moreFilesThanTheQueueHoldsKeepTheirOrder() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (int i = 1000; i < 2500; i++) {
            tree.file("files/" + i, "content " + i);
            expected.append(Tree.line("content " + i, "files/" + i));
        }

        assertThat(tree.printed("files")).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "nested", "not-there"})
    void aProjectWithoutFilesIsNoneAndGetsNoManifest(String dir) throws IOException {
        tree.folder("empty").folder("nested/in/there");

        FilesReport report = tree.written(set, dir);

        assertThat(report.state()).isEqualTo(PartState.NONE);
        assertThat(set).isEmptyDirectory();
        assertThat(tree.printed(dir)).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereIsSaid() throws IOException {
        assertThat(tree.report("web/files").findings())
                .extracting(Finding::code)
                .containsExactly("files.directory-missing");
    }

    @Test
    void theJsonLinesSayWhatTheChecksumsCannot() throws IOException {
        tree.file("files/b \"q\"\n\u007f", "BB").link("files/link", "b").folder("files/void");
        Path file = tree.root().resolve("files/b \"q\"\n\u007f");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000, 123_456_000)));
        tree.written(set, "files");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(set.resolve("manifest.jsonl"))) {
            lines.add(new ObjectMapper().readTree(line));
        }

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("path", "files/b \"q\"\n\u007f")
                        .put("type", "file")
                        .put("size", 2)
                        .put("mtime", "1700000000123456000")
                        .put("mode", "0751")
                        .put("sha256", Tree.sha256("BB")));
        assertThat(lines.get(1).get("type").textValue()).isEqualTo("symlink");
        assertThat(lines.get(1).get("target").textValue()).isEqualTo("b");
        assertThat(lines.get(2).get("path").textValue()).isEqualTo("files/void");
        assertThat(lines.get(2).get("type").textValue()).isEqualTo("dir-empty");
    }

    @Test
    void anOlderManifestIsReplacedInOneMove() throws IOException {
        tree.file("files/a", "old").written(set, "files");
        tree.file("files/a", "new").written(set, "files");

        assertThat(set.resolve("MANIFEST.sha256")).hasContent(Tree.line("new", "files/a"));
    }

    @Test
    void whatAKilledRunLeftHalfWrittenIsNoHindrance() throws IOException {
        tree.file("files/a", "A");
        new Tree(set).file(".MANIFEST.sha256.partial", "half").file(".manifest.jsonl.partial", "half");

        tree.written(set, "files");

        assertThat(set).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void aCancelledRunLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 50; i++) {
            tree.file("files/" + i, "content");
        }
        AtomicInteger asked = new AtomicInteger();

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() ->
                        FilesManifest.write(tree.root(), List.of("files"), set, () -> asked.incrementAndGet() > 80));

        assertThat(set).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesNoManifestBehind() throws IOException {
        tree.file("files/a", "A");
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");

        try (var out = Files.newOutputStream(full)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> FilesManifest.print(tree.root(), List.of("files"), out, () -> false));
        }
    }

    @Test
    void anInterruptedThreadStopsAndStaysInterrupted() throws IOException {
        tree.file("files/a", "A");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> tree.printed("files"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProjectThatIsGoneIsAnErrorAndNotNone() {
        Tree gone = new Tree(folder.resolve("gone"));

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> gone.report("files"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc", "a/../../b", "", "."})
    void aDirectoryThatLeavesTheProjectIsACallersMistake(String dir) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tree.report(dir));
    }

    @Test
    void aStreamIsFlushedAndLeftOpen() throws IOException {
        tree.file("files/a", "A");
        AtomicInteger closed = new AtomicInteger();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        FilesManifest.print(tree.root(), List.of("files"), out, () -> false);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Tree.line("A", "files/a"));
        assertThat(closed).hasValue(0);
    }
}
