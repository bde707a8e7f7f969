package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Shell;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSealingTest {
    @TempDir
    Path folder;

    private SealedData data = new SealedData(Path.of(""));

    @BeforeEach
    void prepare() {
        data = new SealedData(folder).written("a/new", "new").shared("b/old", "old");
    }

    @Test
    void dataIsInTheManifestInItsPlaceAndInNoRecord() throws Exception {
        assumeTrue(Shell.has("sha256sum"), "no sha256sum here");
        StoredSet set = data.sealed(nothing -> {});

        assertThat(Files.readAllLines(set.folder().resolve("MANIFEST.sha256")))
                .extracting(line -> line.substring(66))
                .containsExactly(
                        "RESTORE.md",
                        "config/.env",
                        "files/MANIFEST.sha256",
                        "files/data/a/new",
                        "files/data/b/old",
                        "files/datum",
                        "files/manifest.jsonl",
                        "set.json");
        assertThat(set.record().artefacts()).extracting(Artefact::path).noneMatch(path -> path.contains("data/"));
        assertThat(Shell.run(set.folder(), Map.of(), "sha256sum", "-c", "--strict", "--quiet", "MANIFEST.sha256"))
                .isEqualTo(new Shell.Ended(0, ""));
    }

    @Test
    void whatWasNewlyWrittenIsReadBack() {
        assertThatThrownBy(() -> data.sealed(there -> {
                    Files.delete(there.resolve("a/new"));
                    Files.writeString(there.resolve("a/new"), "neW");
                }))
                .isInstanceOf(StoredFileException.class)
                .hasMessageContaining("files/data/a/new");
        assertThat(data.destination().sets(SHOP)).isEmpty();
        assertThat(folder.resolve("dest/projects/shop")).isEmptyDirectory();
    }

    @Test
    void whatIsSharedIsNeitherReadNorTouched() throws Exception {
        FileTime time = FileTime.fromMillis(1_600_000_000_000L);
        StoredSet set = data.sealed(there -> {
            Files.delete(there.resolve("b/old"));
            Files.writeString(there.resolve("b/old"), "not what is claimed, and nobody looks");
            Modes.set(there.resolve("b/old"), "r-xr-xr-x");
            Files.setLastModifiedTime(there.resolve("b/old"), time);
        });

        Path shared = set.folder().resolve("files/data/b/old");
        assertThat(Modes.of(shared)).isEqualTo("r-xr-xr-x");
        assertThat(Files.getLastModifiedTime(shared)).isEqualTo(time);
    }

    @Test
    void whatIsSharedMustBeThere() {
        assertThatThrownBy(() -> data.sealed(there -> Files.delete(there.resolve("b/old"))))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> data.sealed(there -> {
                    Files.delete(there.resolve("b/old"));
                    Files.createSymbolicLink(there.resolve("b/old"), Path.of("/etc/passwd"));
                }))
                .isInstanceOf(StoredFileException.class);
        assertThat(data.destination().sets(SHOP)).isEmpty();
    }

    @Test
    void aFileThatNobodyWroteIsNotSealed() {
        assertThatThrownBy(() -> data.sealed(there -> Files.writeString(there.resolve("b/stray"), "x")))
                .isInstanceOf(StoredFileException.class)
                .hasMessageStartingWith("3 files are in ")
                .hasMessageContaining(" and 2 were written there");
    }

    @Test
    void aPipeAmongTheDataIsRefusedAndNeverOpened() {
        assertThatThrownBy(() -> data.sealed(there -> Shell.run(there, Map.of(), "mkfifo", "pipe")))
                .isInstanceOf(StoredFileException.class)
                .hasMessageContaining("files/data/pipe");
    }

    @Test
    void foldersOfTheDataAreClosedToOthers() throws Exception {
        StoredSet set = data.sealed(there -> Modes.set(Files.createDirectory(there.resolve("open")), "rwxrwxrwx"));

        assertThat(Modes.of(set.folder().resolve("files/data/open"))).isEqualTo("rwx------");
    }

    @Test
    void dataThatIsDiscardedIsNotInTheSet() throws Exception {
        try (Staging staging = data.destination().stage(SHOP, SampleRecords.NOW, "")) {
            Files.writeString(staging.file("files/data/a"), "x");
            staging.data("files/data", visitor -> {
                throw new IllegalStateException("asked for what was discarded");
            });
            staging.discard("files");
            StoredSet set = staging.seal(artefacts -> SampleRecords.good(staging.id(), artefacts), record -> "guide");

            assertThat(set.folder().resolve("files")).doesNotExist();
        }
    }
}
