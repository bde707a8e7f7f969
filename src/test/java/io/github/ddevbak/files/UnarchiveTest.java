package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnarchiveTest {
    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(folder.resolve("secret"), "untouched");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "../x, 0, ''",
        "a/../../x, 0, ''",
        "/etc/x, 0, ''",
        ".git/hooks/pre-commit, 0, ''",
        "sub/.GIT/config, 0, ''",
        "link, 2, ../secret",
        "link, 2, /etc/passwd",
        "a/link, 2, ../../secret",
        "link, 2, a/../../secret",
        "hard, 1, ../secret",
        "device, 3, ''",
        "device, 4, ''",
        "pipe, 6, ''",
        "pax, x, ''",
    })
    void aHostileEntryIsRefusedBeforeAnythingIsWritten(String name, char type, String target) throws IOException {
        Path archive = archive(entry("first", '0', "", "good"), entry(name, type, target, ""));

        assertThat(Unarchive.objection(archive, Long.MAX_VALUE)).isPresent();
        assertThatThrownBy(() -> {
                    Unarchive.unpack(archive, new SafeWriter(project));
                    if (type != '0' && type != '2') {
                        throw new IOException("only the look refuses it");
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(folder.resolve("secret")).hasContent("untouched");
        assertThat(project.resolve(".git")).doesNotExist();
    }

    @Test
    void aLinkIsNeverWrittenThrough() throws IOException {
        Files.createDirectories(project.resolve("real"));
        Path archive = archive(entry("way", '2', "real", ""), entry("way/file", '0', "", "through"));

        assertThat(Unarchive.objection(archive, Long.MAX_VALUE)).isEmpty();
        assertThatThrownBy(() -> Unarchive.unpack(archive, new SafeWriter(project)))
                .hasMessageContaining("a link is on the way");
        assertThat(project.resolve("real")).isEmptyDirectory();
    }

    @Test
    void aLinkInAFilesPlaceIsReplacedAndNotWrittenThrough() throws IOException {
        Files.createSymbolicLink(project.resolve("file"), folder.resolve("secret"));

        Unarchive.unpack(archive(entry("file", '0', "", "new")), new SafeWriter(project));

        assertThat(folder.resolve("secret")).hasContent("untouched");
        assertThat(project.resolve("file")).hasContent("new");
    }

    @Test
    void oneThatUnpacksToMoreThanThereIsRoomForIsRefused() throws IOException {
        Path archive = archive(entry("bomb", '0', "", "0".repeat(100_000)));

        assertThat(Unarchive.objection(archive, 99_999).orElseThrow()).contains("more than 99999 bytes");
        assertThat(Unarchive.objection(archive, 100_000)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void whateverIsFlippedOrCutNothingIsWrittenOutside(long seed) throws IOException {
        byte[] whole = Files.readAllBytes(archive(
                entry("a/b", '0', "", "content"), entry("l", '2', "a/b", ""), entry("c", '0', "", "x".repeat(2000))));
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path archive = Files.write(folder.resolve("broken.tar.gz"), bytes);
            if (Unarchive.objection(archive, 1 << 20).isEmpty()) {
                Unarchive.unpack(archive, new SafeWriter(project));
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("project", "secret", "archive.tar.gz", "broken.tar.gz");
        }
    }

    @Test
    void whatWasArchivedComesBackWithModesTimesAndNames() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        String name = "ü " + "long".repeat(40);
        Files.writeString(from.resolve(name), "text");
        Files.writeString(from.resolve("run"), "#!/bin/sh\n");
        from.resolve("run").toFile().setExecutable(true);
        Files.createSymbolicLink(from.resolve("link"), Path.of("run"));
        List<byte[]> names = List.of(
                name.getBytes(StandardCharsets.UTF_8),
                "run".getBytes(StandardCharsets.UTF_8),
                "link".getBytes(StandardCharsets.UTF_8));
        Archive.write(from, names, folder.resolve("a.tar.gz"), Long.MAX_VALUE, () -> false);

        int files = Unarchive.unpack(folder.resolve("a.tar.gz"), new SafeWriter(project));

        assertThat(files).isEqualTo(3);
        assertThat(project.resolve(name)).hasContent("text");
        assertThat(Files.isExecutable(project.resolve("run"))).isTrue();
        assertThat(Files.readSymbolicLink(project.resolve("link"))).isEqualTo(Path.of("run"));
        assertThat(Files.getLastModifiedTime(project.resolve("run")).toMillis() / 1000)
                .isEqualTo(Files.getLastModifiedTime(from.resolve("run")).toMillis() / 1000);
    }

    private Path archive(byte[]... entries) throws IOException {
        Path archive = folder.resolve("archive.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            for (byte[] entry : entries) {
                out.write(entry);
            }
            out.write(new byte[1024]);
        }
        return archive;
    }

    private static byte[] entry(String name, char type, String target, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[512];
        put(block, 0, name);
        put(block, 100, "0000644");
        put(block, 124, String.format(Locale.ROOT, "%011o", bytes.length));
        put(block, 136, "14732210000");
        block[156] = (byte) type;
        put(block, 157, target);
        put(block, 257, "ustar  ");
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o", sum));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(block);
        all.writeBytes(bytes);
        all.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
        return all.toByteArray();
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
