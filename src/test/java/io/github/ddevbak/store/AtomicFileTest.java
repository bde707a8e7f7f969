package io.github.ddevbak.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileHoldsTheContentAndIsForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("a.json");

        AtomicFile.write(file, "new".getBytes(UTF_8));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEarlierFileIsReplacedWithItsModes() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "a longer earlier content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        AtomicFile.write(file, "new".getBytes(UTF_8));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkOfThatNameIsReplacedAndNotFollowed() throws Exception {
        Path target = Files.writeString(folder.resolve("precious"), "precious");
        Path file = Files.createSymbolicLink(folder.resolve("a.json"), target);

        AtomicFile.write(file, "new".getBytes(UTF_8));

        assertThat(target).hasContent("precious");
        assertThat(file).isRegularFile().hasContent("new");
    }

    @Test
    void aWriteThatFailsLeavesNothingBeside() throws Exception {
        Path inTheWay = Files.createDirectory(folder.resolve("a.json"));
        Files.writeString(inTheWay.resolve("precious"), "precious");

        assertThatThrownBy(() -> AtomicFile.write(inTheWay, "new".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(inTheWay));
        assertThat(inTheWay.resolve("precious")).hasContent("precious");
    }

    @Test
    void anInterruptedThreadCanStillWrite() throws Exception {
        Path file = folder.resolve("a.json");

        Thread.currentThread().interrupt();
        AtomicFile.write(file, "new".getBytes(UTF_8));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("new");
    }
}
