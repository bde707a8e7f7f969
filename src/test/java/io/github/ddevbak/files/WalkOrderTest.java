package io.github.ddevbak.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkOrderTest {
    @TempDir
    Path folder;

    FileFindings findings = new FileFindings();
    List<RawPath> met = new ArrayList<>();

    @BeforeEach
    void makeATree() throws IOException {
        Files.createDirectory(folder.resolve("files"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void wholePathsComeInByteOrderWhateverIsAFolder(long seed) throws IOException {
        Random random = new Random(seed);
        Set<RawPath> expected = new TreeSet<>();
        String[] names = {"a", "a-", "a-b", "a.", "a.b", "a0", "b", "-", ".", "ab", "\u00e4"};
        for (int i = 0; i < 400; i++) {
            Path path = folder.resolve("files");
            for (int depth = random.nextInt(4); depth >= 0; depth--) {
                String name = names[random.nextInt(names.length)];
                path = path.resolve(name.equals(".") ? ".x" : name);
            }
            put(path, expected);
        }

        walk();

        assertThat(met).containsExactlyElementsOf(expected);
    }

    @Test
    void aFolderOfThousandsOfFilesAndFoldersIsMetInOrderAndWhole() throws IOException {
        Set<RawPath> expected = new TreeSet<>();
        for (int i = 0; i < 3 * FolderLook.BATCH + 7; i++) {
            put(folder.resolve("files/" + (i % 3 == 0 ? i + "/f" : i % 3 == 1 ? i + "-f" : "f" + i)), expected);
        }

        walk();

        assertThat(met).containsExactlyElementsOf(expected);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void aFolderInWhosePlaceALinkStandsIsToldAndNotGoneInto() throws IOException {
        new Tree(folder).file("outside/secret", "S").file("files/a/x", "X").file("files/z/in", "I");
        Path moved = folder.resolve("moved");
        Path inside = folder.toRealPath().resolve("files/z");
        Stat stat = Stat.of(inside);
        Files.move(folder.resolve("files/z"), moved);
        Files.createSymbolicLink(folder.resolve("files/z"), folder.resolve("outside"));

        FolderLook.Listing listing = new FolderLook(() -> false).list(new Folder(RawPath.of("files/z"), inside, stat));

        assertThat(listing.names().size()).isZero();
        assertThat(listing.first().whole()).isFalse();
        assertThat(listing.first().problems()).extracting(Finding::code).containsExactly("files.vanished");
    }

    private void put(Path file, Set<RawPath> expected) throws IOException {
        for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return;
            }
        }
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
            expected.add(RawPath.of(folder.relativize(file)));
        }
    }

    private void walk() throws IOException {
        try (TreeWalk walk = new TreeWalk(() -> false, findings, entry -> met.add(entry.path()))) {
            walk.walk(RawPath.of("files"), folder.toRealPath().resolve("files"));
        }
    }
}
