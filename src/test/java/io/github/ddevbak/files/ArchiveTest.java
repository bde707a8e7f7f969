package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that plain tar unpacks to the same tree. */
class ArchiveTest {
    private static final long PLENTY = 1L << 40;

    @TempDir
    Path folder;

    private Path top = Path.of("");
    private Path archive = Path.of("");

    @BeforeEach
    void aFolderWithNothingInIt() throws IOException {
        top = Files.createDirectory(folder.resolve("top"));
        archive = folder.resolve("set/code/untracked.tar.gz");
    }

    private static List<byte[]> names(String... names) {
        return Stream.of(names)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private Path unpacked() throws IOException, InterruptedException {
        Path there = Files.createDirectories(folder.resolve("there"));
        Shell.Ended tar = Shell.run(there, Map.of("LC_ALL", "C.UTF-8"), "tar", "xzf", archive.toString());
        assertThat(tar.exit()).as(tar.output()).isZero();
        return there;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    @Test
    void modesTimesAndContentComeBack() throws IOException, InterruptedException {
        write(top.resolve("bin/tool"), "run");
        Files.setPosixFilePermissions(top.resolve("bin/tool"), PosixFilePermissions.fromString("rwxr-x--x"));
        FileTime time = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        Files.setLastModifiedTime(top.resolve("bin/tool"), time);

        Archive.Archived archived = Archive.write(top, names("bin/tool"), archive, PLENTY, () -> false);

        assertThat(archived).isEqualTo(new Archive.Archived(1, 3, List.of()));
        Path tool = unpacked().resolve("bin/tool");
        assertThat(tool).hasContent("run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tool)))
                .isEqualTo("rwxr-x--x");
        assertThat(Files.getLastModifiedTime(tool)).isEqualTo(time);
    }

    @Test
    void aTimeBefore1970ComesBack() throws IOException, InterruptedException {
        write(top.resolve("old"), "");
        FileTime time = FileTime.from(Instant.parse("1950-02-03T04:05:06Z"));
        Files.setLastModifiedTime(top.resolve("old"), time);

        Archive.write(top, names("old"), archive, PLENTY, () -> false);

        assertThat(Files.getLastModifiedTime(unpacked().resolve("old"))).isEqualTo(time);
    }

    @Test
    void linksComeBackAsLinksWhereverTheyLead() throws IOException, InterruptedException {
        String far = "../" + "x".repeat(150);
        Files.createSymbolicLink(top.resolve("dangling"), Path.of("no where"));
        Files.createSymbolicLink(top.resolve("far"), Path.of(far));

        Archive.write(top, names("dangling", "far"), archive, PLENTY, () -> false);

        assertThat(Files.readSymbolicLink(unpacked().resolve("dangling"))).isEqualTo(Path.of("no where"));
        assertThat(Files.readSymbolicLink(unpacked().resolve("far"))).isEqualTo(Path.of(far));
    }

    @Test
    void namesComeBackByteForByteLongOnesToo() throws IOException, InterruptedException {
        String[] names = {
            "-rf",
            "new\nline",
            "tab\t\"quote'",
            "größe",
            "ü".repeat(60) + "/" + "y".repeat(200),
            "z".repeat(100),
            "z".repeat(101)
        };
        for (String name : names) {
            RawPath raw = RawPath.of(name);
            Files.createDirectories(raw.parent().under(top));
            Files.writeString(raw.under(top), name);
        }

        Archive.Archived archived = Archive.write(top, names(names), archive, PLENTY, () -> false);

        assertThat(archived.files()).isEqualTo(names.length);
        Path there = unpacked();
        for (String name : names) {
            assertThat(RawPath.of(name).under(there)).hasContent(name);
        }
    }

    @Test
    void aNameThatIsNoTextComesBack() throws IOException, InterruptedException {
        byte[] name = {'c', 'a', 'f', (byte) 0xe9};
        Files.writeString(RawPath.of(name).under(top), "latin");

        Archive.write(top, List.of(name), archive, PLENTY, () -> false);

        assertThat(RawPath.of(name).under(unpacked())).hasContent("latin");
    }

    @Test
    void theLargestAreLeftOutWhereNotAllMayBeTaken() throws IOException, InterruptedException {
        write(top.resolve("a"), "x".repeat(700));
        write(top.resolve("b"), "x".repeat(600));
        write(top.resolve("c"), "x".repeat(300));

        Archive.Archived archived = Archive.write(top, names("a", "b", "c"), archive, 1000, () -> false);

        assertThat(archived).isEqualTo(new Archive.Archived(2, 900, List.of("a (700 bytes)")));
        assertThat(unpacked()).isDirectoryNotContaining("glob:**/a").isDirectoryContaining("glob:**/b");
    }

    @Test
    void whatIsNoFileIsToldAndNeverOpened() throws IOException, InterruptedException {
        Shell.run(top, Map.of(), "mkfifo", "pipe");

        Archive.Archived archived = Archive.write(top, names("pipe"), archive, PLENTY, () -> false);

        assertThat(archived.leftOut()).containsExactly("pipe (a pipe, socket or device)");
        assertThat(archive).doesNotExist();
    }

    @Test
    void whatIsGoneByThenIsNoLoss() throws IOException {
        Archive.Archived archived = Archive.write(top, names("gone"), archive, PLENTY, () -> false);

        assertThat(archived).isEqualTo(new Archive.Archived(0, 0, List.of()));
        assertThat(archive).doesNotExist();
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsToldAndSpoilsNoOther() throws IOException, InterruptedException {
        write(top.resolve("a"), "x".repeat(100));
        write(top.resolve("b"), "y".repeat(1000));
        write(top.resolve("c"), "after");
        int[] asked = {0};

        Archive.Archived archived = Archive.write(top, names("a", "b", "c"), archive, PLENTY, () -> {
            asked[0]++;
            if (asked[0] == 2) {
                shrink(top.resolve("b"));
            }
            return false;
        });

        assertThat(archived.leftOut()).containsExactly("b (it changed while it was read)");
        assertThat(unpacked().resolve("c")).hasContent("after");
    }

    private static void shrink(Path file) {
        try {
            Files.writeString(file, "y");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        write(top.resolve("secret"), "s");

        Archive.write(top, names("secret"), archive, PLENTY, () -> false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive, LinkOption.NOFOLLOW_LINKS)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        write(top.resolve("a"), "1");
        write(top.resolve("b"), "2");
        Path other = folder.resolve("other.tar.gz");

        Archive.write(top, names("a", "b"), archive, PLENTY, () -> false);
        Archive.write(top, names("b", "a"), other, PLENTY, () -> false);

        assertThat(other).hasSameBinaryContentAs(archive);
    }

    @Test
    void aCancellationEndsIt() throws IOException {
        write(top.resolve("a"), "1");

        assertThatThrownBy(() -> Archive.write(top, names("a"), archive, PLENTY, () -> true))
                .isInstanceOf(InterruptedIOException.class);
    }
}
