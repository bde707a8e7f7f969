package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatTest {
    @TempDir
    Path folder;

    @Test
    void theFastWayAndTheDocumentedOneSayTheSame() throws IOException {
        StatReader fast = FieldStat.reader().orElse(null);
        assumeTrue(fast != null, "this Java keeps its fields to itself");
        Tree tree =
                new Tree(folder).file("file", "content").link("link", "file").folder("folder");
        Path old = tree.root().resolve("old");
        Files.writeString(old, "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.ofEpochSecond(-12, 345_678_000)));

        for (Path path : List.of(
                folder.resolve("file"), folder.resolve("link"), folder.resolve("folder"), old, Path.of("/dev/null"))) {
            assertThat(fast.read(path)).isEqualTo(StatReader.PORTABLE.read(path));
        }
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> fast.read(folder.resolve("gone")));
    }

    @Test
    void setUserSetGroupAndStickyAreOfTheMode() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Files.setAttribute(file, "unix:mode", 02751);

        assertThat(Stat.of(file).octal()).isEqualTo("2751");
        assertThat(Stat.of(file).kind()).isEqualTo(Stat.Kind.FILE);
    }

    @Test
    void timesOutOfReachAreTheFarthest() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2400-01-01T00:00:00Z")));
        } catch (IOException refused) {
            assumeTrue(false, "this file system knows no such time");
        }
        assumeTrue(Files.getLastModifiedTime(file).toInstant().isAfter(Instant.parse("2399-01-01T00:00:00Z")));

        assertThat(Stat.of(file).modified()).isEqualTo(Long.MAX_VALUE);
    }
}
