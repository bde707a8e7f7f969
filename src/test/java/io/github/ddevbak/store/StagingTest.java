package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.HASH;
import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static io.github.ddevbak.store.SampleRecords.good;
import static io.github.ddevbak.store.SampleRecords.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTest {
    @TempDir
    Path folder;

    private Destination destination;
    private Path shop;

    @BeforeEach
    void prepare() {
        destination = new Destination(folder.resolve("dest"));
        destination.prepare();
        shop = folder.resolve("dest/projects/shop");
    }

    @Test
    void aSealedSetIsListedWithItsRecord() throws Exception {
        StoredSet set = sealed(destination, NOW, "");

        assertThat(set.id()).isEqualTo("20261122T163105Z");
        assertThat(set.folder()).isEqualTo(shop.resolve(set.id()));
        assertThat(destination.sets(SHOP)).containsExactly(set);
        assertThat(shop.resolve("latest")).isSymbolicLink();
        assertThat(Files.readSymbolicLink(shop.resolve("latest"))).hasToString(set.id());
    }

    @Test
    void theRecordIsMadeFromWhatIsOnTheDisk() throws Exception {
        List<Artefact> seen = new ArrayList<>();
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("files/MANIFEST.sha256"), "");
            Files.writeString(staging.file("config/.ddev/.env"), "abc");
            Files.writeString(staging.file("database/db.sql.gz"), "dump");
            staging.note("config/.ddev/.env", Part.CONFIG, "");
            staging.seal(
                    artefacts -> {
                        seen.addAll(artefacts);
                        return good(staging.id(), artefacts);
                    },
                    record -> record.bytes() + " bytes");
        }

        assertThat(seen)
                .extracting(artefact -> artefact.part().word() + " " + artefact.path() + " " + artefact.size())
                .containsExactly(
                        "config config/.ddev/.env 3", "database database/db.sql.gz 4", "files files/MANIFEST.sha256 0");
        assertThat(seen.get(0).sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(shop.resolve("20261122T163105Z/RESTORE.md")).hasContent("7 bytes");
    }

    @ParameterizedTest
    @CsvSource({"sha256sum, -c --strict --quiet", "shasum, -a 256 -c --strict --quiet"})
    void theToolsThatUsersHaveAcceptTheManifestAndFindEveryChange(String tool, String options) throws Exception {
        assumeTrue(Shell.has(tool), "no " + tool + " here");
        Path set;
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("database/größe %C3.sql.gz"), "dump");
            Files.writeString(staging.file("config/back\\slash"), "config");
            Files.writeString(staging.file("files/MANIFEST.sha256"), HASH + "  uploads/a\n");
            Files.writeString(staging.folder().resolve("config/line\nbreak"), "copied from a project");
            set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                    .folder();
        }
        String[] command = {"sh", "-c", tool + " " + options + " MANIFEST.sha256"};
        Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8");

        Shell.Ended whole = Shell.run(set, environment, command);
        Files.writeString(set.resolve("config/line\nbreak"), "copied from a projecT");
        Shell.Ended spoiled = Shell.run(set, environment, command);

        assertThat(whole).isEqualTo(new Shell.Ended(0, ""));
        assertThat(spoiled.exit()).isEqualTo(1);
        assertThat(Files.readAllLines(set.resolve("MANIFEST.sha256")))
                .hasSize(6)
                .isSortedAccordingTo(
                        (a, b) -> a.replaceFirst("^\\\\?\\w+", "").compareTo(b.replaceFirst("^\\\\?\\w+", "")));
    }

    @Test
    void aNameThatEndsInACarriageReturnIsWrittenAsSha256sumDoes() throws Exception {
        assumeTrue(Shell.has("sha256sum"), "no sha256sum here");
        Path set;
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Path icon = staging.file("config/x").resolveSibling("Icon\r");
            Files.writeString(icon, "macOS makes these");
            set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                    .folder();
        }

        String theirs = Shell.run(set, Map.of(), "sha256sum", "config/Icon\r").output();

        assumeTrue(theirs.startsWith("\\"), "a sha256sum of before coreutils 9");
        assertThat(theirs)
                .isEqualTo(Files.readAllLines(set.resolve("MANIFEST.sha256")).get(1) + "\n");
    }

    @Test
    void theManifestsHashIsThatOfTheFile() throws Exception {
        StoredSet set = sealed(destination, NOW, "");

        assertThat(set.manifestSha256())
                .isEqualTo(Sha256.of(set.folder().resolve("MANIFEST.sha256")).hex());
    }

    @Test
    void whatIsNotWhatItsProducerWroteIsNotSealed() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("database/db.sql.gz"), "dump");
            staging.note("database/db.sql.gz", Part.DATABASE, HASH);

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class)
                    .hasMessageContaining("What was written is not what is on the disk")
                    .hasMessageContaining("database/db.sql.gz");
        }

        assertThat(shop).isEmptyDirectory();
    }

    @Test
    void whatItsProducerWroteIsSealed() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Path dump = Files.writeString(staging.file("database/db.sql.gz"), "dump");
            staging.note("database/db.sql.gz", Part.DATABASE, Sha256.of(dump).hex());
            staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide");
        }

        assertThat(destination.sets(SHOP)).hasSize(1);
    }

    @Test
    void anArtefactThatWasNotedAndIsNotThereIsNotPassedOver() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            staging.note("database/db.sql.gz", Part.DATABASE, "");

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class)
                    .hasMessageContaining("database/db.sql.gz");
        }
    }

    @Test
    void aLinkInPlaceOfAnArtefactIsNotSealed() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "dump");
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.createSymbolicLink(staging.file("database/db.sql.gz"), outside);
            staging.note("database/db.sql.gz", Part.DATABASE, "");

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class);
        }
        assertThat(outside).hasContent("dump");
    }

    @Test
    void aLinkThatAProjectHadIsKeptAndNotFollowed() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "precious");
        Modes.set(outside, "rw-r--r--");
        Path set;
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.createSymbolicLink(staging.file("config/link"), outside);
            set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                    .folder();
        }

        assertThat(set.resolve("config/link")).isSymbolicLink();
        assertThat(set.resolve("MANIFEST.sha256")).content().doesNotContain("config/link");
        assertThat(Modes.of(outside)).isEqualTo("rw-r--r--");
    }

    @Test
    void aPipeIsRefusedAndNeverOpened() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Path pipe = staging.file("config/pipe");
            assertThat(Shell.run(folder, Map.of(), "mkfifo", pipe.toString()).exit())
                    .isZero();

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class)
                    .hasMessageContaining("config/pipe");
        }
    }

    @Test
    void nothingOfASetCanBeReadByOthers() throws Exception {
        Path set;
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Modes.set(Files.writeString(staging.file("config/.env"), "SECRET=1"), "rw-rw-rw-");
            Modes.set(Files.createDirectories(staging.folder().resolve("config/open/wide")), "rwxrwxrwx");
            Modes.set(Files.writeString(staging.file("config/unreadable"), ""), "---------");
            set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                    .folder();
        }

        assertThat(Modes.open(set)).isEmpty();
        assertThat(Modes.open(folder.resolve("dest"))).isEmpty();
    }

    @Test
    void aScriptStaysExecutableForItsOwner() throws Exception {
        Path set;
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Modes.set(Files.writeString(staging.file("config/.ddev/commands/web/x"), "#!"), "rwxr-xr-x");
            set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                    .folder();
        }

        assertThat(Modes.of(set.resolve("config/.ddev/commands/web/x"))).isEqualTo("rwx------");
    }

    @Test
    void latestLeadsToACopyMadeBeforeARestoreOnlyWhereThereIsNoOtherSet() throws Exception {
        sealed(destination, NOW, SetRecord.BEFORE_RESTORE);
        String alone = Files.readSymbolicLink(shop.resolve("latest")).toString();
        StoredSet usual = sealed(destination, NOW.plusSeconds(60), "");
        sealed(destination, NOW.plusSeconds(120), SetRecord.BEFORE_RESTORE);

        assertThat(alone).isEqualTo("20261122T163105Z-before-restore");
        assertThat(Files.readSymbolicLink(shop.resolve("latest"))).hasToString(usual.id());
    }

    @Test
    void twoSetsOfOneSecondAreTwo() throws Exception {
        StoredSet first = sealed(destination, NOW, "");
        StoredSet second = sealed(destination, NOW, "");
        try (Staging third = destination.stage(SHOP, NOW, "");
                Staging fourth = destination.stage(SHOP, NOW, "")) {
            assertThat(List.of(first.id(), second.id(), third.id(), fourth.id()))
                    .containsExactly(
                            "20261122T163105Z", "20261122T163105Z-2", "20261122T163105Z-3", "20261122T163105Z-4");
        }
        assertThat(destination.sets(SHOP)).containsExactly(second, first);
        assertThat(Files.readSymbolicLink(shop.resolve("latest"))).hasToString(second.id());
    }

    @Test
    void aLabelIsPartOfTheName() throws Exception {
        assertThat(sealed(destination, NOW, "before-restore").id()).isEqualTo("20261122T163105Z-before-restore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "a/../../x",
                "/etc/passwd",
                "",
                "a//b",
                "a/",
                "./a",
                "a/./b",
                "..",
                "a\nb",
                "a\u001b[31m",
                "a\u0000b",
                "a\u202eb",
                "set.json",
                "RESTORE.md",
                "MANIFEST.sha256",
                "Set.JSON"
            })
    void aPathThatCouldDoHarmIsRefused(String relative) throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            assertThatThrownBy(() -> staging.file(relative)).isInstanceOf(IllegalArgumentException.class);
            assertThat(staging.folder()).isEmptyDirectory();
        }
        assertThat(shop).isEmptyDirectory();
    }

    @Test
    void aLinkIsNotAWayOutOfTheSet() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.createSymbolicLink(staging.file("config/link"), outside);

            assertThatThrownBy(() -> staging.file("config/link/deep/x")).isInstanceOf(IOException.class);
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileThatBelongsToNoPartIsNotSealed() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("notes.txt"), "x");

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class)
                    .hasMessageContaining("notes.txt");
        }
    }

    @Test
    void whatIsDiscardedIsNotInTheSet() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("config/.env"), "x");
            Files.writeString(staging.file("database/snapshot/x.zst"), "half");
            staging.note("database/snapshot/x.zst", Part.DATABASE, HASH);
            staging.discard("database");
            staging.discard("files");

            SetRecord record = staging.seal(artefacts -> good(staging.id(), artefacts), guide -> "guide")
                    .record();

            assertThat(record.artefacts()).extracting(Artefact::path).containsExactly("config/.env");
        }
        assertThat(shop.resolve("20261122T163105Z/database")).doesNotExist();
    }

    @Test
    void aSetThatWasNotSealedLeavesNothing() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "precious");
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("database/db.sql.gz"), "dump");
            Files.createSymbolicLink(staging.file("config/link"), outside);
            Modes.set(Files.createDirectories(staging.folder().resolve("config/closed")), "---------");
        }

        assertThat(shop).isEmptyDirectory();
        assertThat(outside.resolve("precious")).hasContent("precious");
    }

    @Test
    void aSealedSetStaysWhenItsStagingIsClosed() throws Exception {
        Staging staging = destination.stage(SHOP, NOW, "");
        Path set = staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide")
                .folder();

        staging.close();

        assertThat(set.resolve("set.json")).exists();
        assertThatThrownBy(() -> staging.file("config/late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordOfOtherArtefactsThanThoseStagedIsRefused() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("config/.env"), "x");

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), List.of()), record -> "guide"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(destination.sets(SHOP)).isEmpty();
    }

    @Test
    void aFolderThatAppearedUnderTheSetsNameIsNotReplaced() throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Path inTheWay = Files.createDirectory(shop.resolve(staging.id()));

            assertThatThrownBy(() -> staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide"))
                    .isInstanceOf(StoredFileException.class)
                    .hasMessageContaining("is there already");
            assertThat(inTheWay).isEmptyDirectory();
        }
    }

    @Test
    void aSetIsWholeThoughLatestCannotBePointedToIt() throws Exception {
        sealed(destination, NOW, "");
        Files.delete(shop.resolve("latest"));
        Files.writeString(Files.createDirectory(shop.resolve("latest")).resolve("x"), "in the way");

        StoredSet set = sealed(destination, NOW.plusSeconds(1), "");

        assertThat(destination.sets(SHOP)).hasSize(2).startsWith(set);
        assertThat(shop)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void aSetOfDdevsGlobalConfigurationIsKeptApart() throws Exception {
        try (Staging staging = destination.stageGlobal(NOW)) {
            Files.writeString(staging.file("config/global_config.yaml"), "x");
            staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide");
        }

        assertThat(destination.globalSets()).extracting(StoredSet::id).containsExactly("20261122T163105Z");
        assertThat(destination.projects()).isEmpty();
        assertThat(folder.resolve("dest/global/latest/set.json")).exists();
    }
}
