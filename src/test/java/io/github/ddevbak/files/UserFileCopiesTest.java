package io.github.ddevbak.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileCopiesTest {
    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));
    Path target = Path.of("unset");

    @BeforeEach
    void makeAProject() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        target = folder.resolve("set/files");
    }

    @Test
    void aFileThatGrowsWhileItIsCopiedIsCopiedAsItWasHashed() throws IOException {
        Path log = tree.file("uploads/log", "one").root().resolve("uploads/log");
        UserFileCopies copies = tree.copies(target, path -> {
            if (Files.size(log) < 100) {
                Files.writeString(log, " and more", StandardOpenOption.APPEND);
            }
            return FileDigest.Opener.REAL.open(path);
        });

        FilesReport report = FilesManifest.write(tree.root(), List.of("uploads"), target, copies, () -> false);

        String copied = Files.readString(target.resolve("data/uploads/log"));
        assertThat(target.resolve("MANIFEST.sha256")).hasContent(Tree.sha256(copied) + "  uploads/log");
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.changing");
    }

    @Test
    void aFileThatShrankAfterTheFirstLookLeavesNothingOfWhatItWas() throws IOException {
        Path file = tree.file("uploads/a", "long ago it was longer").root().resolve("uploads/a");
        AtomicInteger opened = new AtomicInteger();
        UserFileCopies copies = tree.copies(target, path -> {
            var channel = FileDigest.Opener.REAL.open(path);
            if (opened.getAndIncrement() == 0) {
                Files.writeString(file.resolveSibling("b"), "short");
                Files.move(file.resolveSibling("b"), file, StandardCopyOption.REPLACE_EXISTING);
            }
            return channel;
        });

        FilesReport report = FilesManifest.write(tree.root(), List.of("uploads"), target, copies, () -> false);

        assertThat(target.resolve("data/uploads/a")).hasContent("short");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aFileThatVanishesBeforeItIsReadLeavesNoCopyAndIsTold() throws IOException {
        tree.file("uploads/a", "A").file("uploads/b", "B");
        UserFileCopies copies = tree.copies(target, path -> {
            if (path.endsWith("a")) {
                Files.delete(path);
            }
            return FileDigest.Opener.REAL.open(path);
        });

        FilesReport report = FilesManifest.write(tree.root(), List.of("uploads"), target, copies, () -> false);

        assertThat(target.resolve("data/uploads/a")).doesNotExist();
        assertThat(target.resolve("data/uploads/b")).hasContent("B");
        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.vanished");
        assertThat(copies.copied().files()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadToItsEndLeavesNoHalfCopy() throws IOException {
        tree.file("uploads/a", "A");
        UserFileCopies copies = tree.copies(target, path -> {
            throw new IOException("Input/output error");
        });

        FilesReport report = FilesManifest.write(tree.root(), List.of("uploads"), target, copies, () -> false);

        assertThat(report.findings()).extracting(Finding::code).containsExactly("files.unreadable");
        assertThat(target.resolve("data/uploads/a")).doesNotExist();
        assertThat(copies.failure()).isEmpty();
    }

    @Test
    void holesStayHolesAndTheLengthIsRight() throws IOException {
        Path sparse = tree.file("uploads/sparse", "begin").root().resolve("uploads/sparse");
        try (var channel = Files.newByteChannel(sparse, StandardOpenOption.WRITE)) {
            channel.position(20L << 20).write(ByteBuffer.wrap("end".getBytes(UTF_8)));
            channel.position((30L << 20) - 1).write(ByteBuffer.wrap(new byte[1]));
        }
        FilesManifest.write(
                tree.root(), List.of("uploads"), target, tree.copies(target, FileDigest.Opener.REAL), () -> false);
        Path copy = target.resolve("data/uploads/sparse");

        assertThat(Files.mismatch(sparse, copy)).isEqualTo(-1);
        assertThat(Files.size(copy)).isEqualTo(30L << 20);
    }

    @Test
    void theTimeOfChangeIsKeptToTheNanosecond() throws IOException {
        FileTime time = FileTime.from(1_600_000_000_123_456_789L, TimeUnit.NANOSECONDS);
        Files.setLastModifiedTime(tree.file("uploads/a", "A").root().resolve("uploads/a"), time);

        FilesManifest.write(
                tree.root(), List.of("uploads"), target, tree.copies(target, FileDigest.Opener.REAL), () -> false);

        assertThat(Files.getLastModifiedTime(target.resolve("data/uploads/a"))).isEqualTo(time);
    }

    @Test
    void whatIsThereAlreadyUnderTheNameIsNotOverwrittenAndTheFileIsALoss() throws IOException {
        tree.file("uploads/a", "A").file("uploads/b", "B");
        new Tree(target.resolve("data")).file("uploads/a", "theirs");
        UserFileCopies copies = tree.copies(target, FileDigest.Opener.REAL);

        FilesManifest.write(tree.root(), List.of("uploads"), target, copies, () -> false);
        List<String> kept = new ArrayList<>();
        copies.each(
                target.resolve("MANIFEST.sha256"), (file, sha256, shared, line) -> kept.add(new String(line, UTF_8)));

        assertThat(target.resolve("data/uploads/a")).hasContent("theirs");
        assertThat(copies.findings()).extracting(Finding::code).containsExactly("files.not-copied");
        assertThat(kept).containsExactly(Tree.sha256("B") + "  files/data/uploads/b\n");
    }

    @Test
    void aLinkInPlaceOfAFolderOfTheCopiesIsNotWrittenThrough() throws IOException {
        tree.file("uploads/a", "A");
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectories(target.resolve("data"));
        Files.createSymbolicLink(target.resolve("data/uploads"), outside);

        FilesManifest.write(
                tree.root(), List.of("uploads"), target, tree.copies(target, FileDigest.Opener.REAL), () -> false);

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aCancellationEndsTheCopying() throws IOException {
        for (int i = 0; i < 50; i++) {
            tree.file("uploads/" + i, "content");
        }
        AtomicInteger asked = new AtomicInteger();
        UserFileCopies copies =
                new UserFileCopies(target, List.of("uploads"), StoredCopies.none(), new Reread(0, false), () -> false);

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> FilesManifest.write(
                        tree.root(), List.of("uploads"), target, copies, () -> asked.incrementAndGet() > 60));
        assertThat(target.resolve("MANIFEST.sha256")).doesNotExist();
        assertThat(copies.failure()).isEmpty();
    }

    /** A limit on the size of files stands in for a full disk. */
    @Test
    void aDiskThatTakesNoMoreIsTheFaultOfTheDestinationAndEndsTheCopying() throws Exception {
        tree.file("uploads/large", "x".repeat(200_000)).file("uploads/small", "s");
        Path said = folder.resolve("said");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        tree.run(
                Map.of(),
                said,
                "sh",
                "-c",
                "ulimit -f 100; exec \"$@\"",
                "sh",
                java,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                CopyFilesMain.class.getName(),
                tree.root().toString(),
                target.toString());

        assertThat(said).hasContent("ended: File too large");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 19, 20, 39, 1_000_003})
    void everyStoredCopyIsReadAgainOnceInTwentyRuns(long begin) {
        for (int file = 0; file < 200; file++) {
            RawPath path = RawPath.of("uploads/" + file);
            int read = 0;
            for (int run = 0; run < Reread.ROUNDS; run++) {
                read += new Reread(begin + run, false).includes(path) ? 1 : 0;
            }
            assertThat(read).as(path.text()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "123456789, 123456789, true",
        "123456000, 123456789, true",
        "5000000000, 5123456789, true",
        "4000000000, 5999999999, true",
        "123456700, 123456789, false",
        "123457000, 123456789, false",
        "1000000000, 5123456789, false",
        "123456789, 123456000, false"
    })
    void aTimeThatACoarserFileSystemCutOffIsTheSameTime(long kept, long recorded, boolean same) {
        assertThat(StoredCheck.sameTime(kept, recorded)).isEqualTo(same);
    }

    @Test
    void pathsAreFoundByTheNumberTheyWereGiven() {
        PathPrints prints = new PathPrints();
        for (int i = 0; i < 10_000; i++) {
            assertThat(prints.add(RawPath.of("a/" + i))).isEqualTo(i);
        }

        assertThat(prints.add(RawPath.of("a/77"))).isEqualTo(77);
        assertThat(prints.number(RawPath.of("a/9999"))).isEqualTo(9999);
        assertThat(prints.contains(RawPath.of("a/10000"))).isFalse();
        assertThat(prints.size()).isEqualTo(10_000);
    }
}
