package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFormsTest {
    private static final String A = Tree.sha256("A");

    @TempDir
    Path folder;

    Tree tree = new Tree(Path.of("unset"));

    @BeforeEach
    void makeFilesWithNamesThatNeedCare() throws IOException {
        tree = new Tree(Files.createDirectory(folder.resolve("project")));
        tree.file("files/a", "A")
                .file("files/with (brackets) = x", "A")
                .file("files/new\nline", "N")
                .file("files/back\\slash", "S")
                .file("files/return\r", "R")
                .file("files/\u00fc", "U");
    }

    static List<List<String>> tools() {
        return List.of(
                List.of("sha256sum"),
                List.of("sha256sum", "-b"),
                List.of("sha256sum", "--tag"),
                List.of("shasum", "-a", "256"),
                List.of("openssl", "dgst", "-sha256", "-r"),
                List.of("openssl", "dgst", "-sha256"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void manifestsOfTheRealToolsAreRead(List<String> tool) throws IOException, InterruptedException {
        boolean escapes = !tool.get(0).equals("openssl");
        String[] names = escapes
                ? new String[] {
                    "./files/with (brackets) = x",
                    "files/a",
                    "files/back\\slash",
                    "files/new\nline",
                    "files/return\r",
                    "files/\u00fc"
                }
                : new String[] {"./files/with (brackets) = x", "files/a"};
        Path sums = folder.resolve("sums");
        Map<String, String> plain = new HashMap<>(Map.of("LC_ALL", "C"));

        Optional<Integer> exit = tree.run(
                plain, sums, Stream.concat(tool.stream(), Arrays.stream(names)).toArray(String[]::new));

        assumeTrue(exit.equals(Optional.of(0)), tool.get(0) + " is not installed");
        Told told = tree.verified(sums);
        assertThat(told.totals().malformed()).isEmpty();
        assertThat(told.totals().same())
                .as(Files.readString(sums, StandardCharsets.ISO_8859_1))
                .isEqualTo(names.length);
        assertThat(told.lines()).allMatch(line -> line.startsWith("added"));
    }

    @Test
    void whatSha256sumSaysOfEachFileIsWhatIsSaid() throws IOException, InterruptedException {
        tree.written(folder.resolve("set"), "files");
        Path manifest = folder.resolve("set/MANIFEST.sha256");
        tree.file("files/a", "AA");
        Files.delete(tree.root().resolve("files/back\\slash"));
        Path said = folder.resolve("said");

        Optional<Integer> exit = tree.run(Map.of("LC_ALL", "C"), said, "sha256sum", "-c", manifest.toString());

        assumeTrue(exit.isPresent(), "sha256sum is not installed");
        assertThat(exit).contains(1);
        assertThat(Files.readAllLines(said, StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.endsWith("OK")))
                .hasSize((int) tree.verified(manifest, "files").totals().same());
        assertThat(tree.verified(manifest, "files").lines())
                .containsExactly("changed files/a", "removed files/back\\slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256 (files/a) = %s\n",
                "SHA256(files/a)= %s\n",
                "SHA2-256(files/a)= %s\n",
                "\\SHA256 (files/a) = %s\n",
                "# a comment\n\n%s  files/a\n\n",
                "%s *./files//a",
                "\ufeff%s  files/a\n",
                "%s  files/a\r\n# comment\r\n\r\n"
            })
    void otherFormsAreRead(String form) throws IOException {
        for (String digest : List.of(A, A.toUpperCase(Locale.ROOT))) {
            Told told = tree.compared(ManifestSource.of(
                    new ByteArrayInputStream(form.formatted(digest).getBytes(StandardCharsets.UTF_8))));

            assertThat(told.totals().malformed()).isEmpty();
            assertThat(told.totals().same()).isEqualTo(1);
        }
    }

    @Test
    void aCarriageReturnAtTheEndOfOneNameOnlyIsPartOfIt() throws IOException {
        String sums = Tree.line("A", "files/a") + Tree.line("R", "files/return\r");

        Told told = tree.compared(ManifestSource.of(new ByteArrayInputStream(sums.getBytes(StandardCharsets.UTF_8))));

        assertThat(told.totals().same()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} at a time")
    @ValueSource(ints = {1, 7, 65_536})
    void linesAreTheSameHoweverTheyArrive(int piece) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 2000; i++) {
            all.writeBytes((i + "x".repeat(i % 97) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        ManifestLines lines = new ManifestLines(new Trickle(all.toByteArray(), piece));

        for (int i = 0; i < 2000; i++) {
            assertThat(new String(lines.next().orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo(i + "x".repeat(i % 97));
            assertThat(lines.number()).isEqualTo(i + 1L);
        }
        assertThat(lines.next()).isEmpty();
    }
}
