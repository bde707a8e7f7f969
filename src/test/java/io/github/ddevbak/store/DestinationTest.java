package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static io.github.ddevbak.store.SampleRecords.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    @TempDir
    Path folder;

    private Destination destination;
    private Path root;
    private Path shop;

    @BeforeEach
    void name() {
        root = folder.resolve("deep/dest");
        destination = new Destination(root);
        shop = root.resolve("projects/shop");
    }

    @Test
    void aDestinationNotYetMadeHoldsNothing() {
        assertThat(destination.projects()).isEmpty();
        assertThat(destination.sets(SHOP)).isEmpty();
        assertThat(destination.oddities()).isEmpty();
        assertThat(destination.newestRun()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void itsFoldersAreMadeForTheirOwnerOnly() throws Exception {
        destination.prepare();

        assertThat(root.resolve("projects")).isDirectory();
        assertThat(root.resolve("global")).isDirectory();
        assertThat(root.resolve("runs")).isDirectory();
        assertThat(Modes.open(folder.resolve("deep"))).isEmpty();
    }

    @Test
    void modesOfOurFoldersThatWereOpenedAreClosedAgain() throws Exception {
        destination.prepare();
        sealed(destination, NOW, "");
        for (Path open : List.of(root, root.resolve("projects"), root.resolve("runs"), shop)) {
            Modes.set(open, "rwxrwxrwx");
        }

        destination.prepare();

        assertThat(Modes.open(root)).isEmpty();
    }

    @Test
    void aFolderThatOthersUseTooKeepsItsModes() throws Exception {
        Files.createDirectories(root.resolve("photos"));
        Modes.set(root, "rwxr-xr-x");
        Modes.set(root.resolve("photos"), "rwxr-xr-x");

        destination.prepare();

        assertThat(Modes.of(root)).isEqualTo("rwxr-xr-x");
        assertThat(Modes.of(root.resolve("photos"))).isEqualTo("rwxr-xr-x");
        assertThat(Modes.open(root.resolve("projects"))).isEmpty();
    }

    @Test
    void preparingLeavesNoTraceOfItsTrialWrite() throws Exception {
        destination.prepare();

        assertThat(SetFolder.entries(root)).extracting(SetFolder::name).containsExactly("global", "projects", "runs");
    }

    @Test
    void aFileInPlaceOfTheDestinationIsToldWithWhatToDo() throws Exception {
        Files.createDirectories(root.getParent());
        Files.writeString(root, "precious");

        assertThatThrownBy(destination::prepare)
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("is a file, not a folder")
                .hasMessageContaining("--dest");
        assertThat(root).hasContent("precious");
    }

    @Test
    void aFileAmongTheFoldersAboveIsTold() throws Exception {
        Files.writeString(folder.resolve("deep"), "precious");

        assertThatThrownBy(destination::prepare)
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void aFileInPlaceOfOneOfItsFoldersIsTold() throws Exception {
        Files.createDirectories(root);
        Files.writeString(root.resolve("runs"), "precious");

        assertThatThrownBy(destination::prepare).isInstanceOf(DestinationException.class);
    }

    @Test
    void aLinkToItselfOrToNowhereIsTold() throws Exception {
        Files.createDirectories(root.getParent());
        Files.createSymbolicLink(root, Path.of("dest"));

        assertThatThrownBy(destination::prepare)
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("leads nowhere");
    }

    @Test
    void aLinkToAFolderIsADestination() throws Exception {
        Files.createDirectories(root.getParent());
        Files.createSymbolicLink(root, Files.createDirectory(folder.resolve("disk")));

        destination.prepare();
        sealed(destination, NOW, "");

        assertThat(destination.sets(SHOP)).hasSize(1);
        assertThat(folder.resolve("disk/projects/shop")).isDirectory();
    }

    @Test
    void aFileInPlaceOfAProjectsFolderStopsOnlyThatProject() throws Exception {
        destination.prepare();
        Files.writeString(shop, "precious");

        assertThatThrownBy(() -> destination.stage(SHOP, NOW, ""))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("cannot be made");
        try (Staging blog = destination.stage(new ProjectName("blog"), NOW, "")) {
            assertThat(blog.folder()).isDirectory();
        }
    }

    @Test
    void onlyProjectsWithASealedSetAreListed() throws Exception {
        destination.prepare();
        Files.createDirectories(root.resolve("projects/empty"));
        sealed(destination, NOW, "");
        try (Staging blog = destination.stage(new ProjectName("blog"), NOW, "")) {
            Files.writeString(blog.file("config/.env"), "x");

            assertThat(destination.projects()).containsExactly(SHOP);
        }
    }

    @Test
    void setsAreListedNewestFirst() throws Exception {
        destination.prepare();
        StoredSet old = sealed(destination, NOW.minusSeconds(60), "");
        StoredSet labelled = sealed(destination, NOW, "zebra");
        StoredSet newest = sealed(destination, NOW.plusSeconds(1), "");

        assertThat(destination.sets(SHOP)).containsExactly(newest, labelled, old);
    }

    @Test
    void theNewestGoodSetIsNotTheNewestWhereThatOneFailed() throws Exception {
        destination.prepare();
        StoredSet good = sealed(destination, NOW, "");
        try (Staging staging = destination.stage(SHOP, NOW.plusSeconds(1), "")) {
            List<PartRecord> parts = List.of(SampleRecords.part(Part.DATABASE, PartState.FAILED));
            staging.seal(artefacts -> SampleRecords.set(staging.id(), parts, artefacts), record -> "guide");
        }

        assertThat(destination.newestGood(SHOP)).contains(good);
    }

    @Test
    void aSetWithoutItsRecordOrManifestDoesNotCountAndIsTold() throws Exception {
        destination.prepare();
        StoredSet whole = sealed(destination, NOW, "");
        Files.delete(sealed(destination, NOW.plusSeconds(1), "").folder().resolve("set.json"));
        Files.delete(sealed(destination, NOW.plusSeconds(2), "").folder().resolve("MANIFEST.sha256"));
        Files.writeString(sealed(destination, NOW.plusSeconds(3), "").folder().resolve("set.json"), "{");
        Files.createDirectory(shop.resolve("20261122T163109Z"));

        assertThat(destination.sets(SHOP)).containsExactly(whole);
        assertThat(destination.oddities()).hasSize(4).extracting(Finding::code).containsOnly("store.broken-set");
        assertThat(destination.oddities().get(0).sentence())
                .contains("20261122T163106Z")
                .contains("shop");
    }

    @Test
    void aSetUnderAnotherNameOrProjectDoesNotCountAndIsTold() throws Exception {
        destination.prepare();
        Path set = sealed(destination, NOW, "").folder();
        Files.move(set, shop.resolve("20261122T163199Z"));
        Files.move(
                sealed(destination, NOW, "").folder(),
                Files.createDirectories(root.resolve("projects/blog")).resolve("20261122T163105Z"));

        assertThat(destination.sets(SHOP)).isEmpty();
        assertThat(destination.sets(new ProjectName("blog"))).isEmpty();
        assertThat(destination.oddities()).hasSize(2);
    }

    @Test
    void whatDoesNotLookLikeASetIsNobodysBusiness() throws Exception {
        destination.prepare();
        Files.createDirectories(shop.resolve("my own notes"));
        Files.createDirectories(root.resolve("projects/not a project"));
        Files.writeString(shop.resolve("20261122T163105Z"), "a file");

        assertThat(destination.oddities()).isEmpty();
        assertThat(destination.sets(SHOP)).isEmpty();
    }

    @Test
    void aSetInTheMakingIsNeverListed() throws Exception {
        destination.prepare();
        StoredSet whole = sealed(destination, NOW, "");
        Files.move(whole.folder(), shop.resolve(whole.id() + ".partial"));

        assertThat(destination.sets(SHOP)).isEmpty();
        assertThat(destination.newestGood(SHOP)).isEmpty();
        assertThat(destination.oddities()).isEmpty();
    }

    @Test
    void whatDeadRunsLeftIsRemovedAndTold() throws Exception {
        destination.prepare();
        StoredSet whole = sealed(destination, NOW, "");
        Files.writeString(
                Files.createDirectories(shop.resolve("20261122T163106Z-x-2.partial/database"))
                        .resolve("a"),
                "x");
        Files.createDirectories(root.resolve("global/20261122T163106Z.partial"));
        Files.writeString(root.resolve("runs/.ddevbak-1.tmp"), "half");
        Files.createSymbolicLink(shop.resolve(".ddevbak-2.tmp"), whole.folder());

        List<String> told = destination.removePartials();

        assertThat(told)
                .hasSize(4)
                .anySatisfy(one ->
                        assertThat(one).contains("20261122T163106Z-x-2.partial").contains("shop"));
        assertThat(destination.sets(SHOP)).containsExactly(whole);
        assertThat(SetFolder.entries(shop)).extracting(SetFolder::name).containsExactly("20261122T163105Z", "latest");
        assertThat(root.resolve("global")).isEmptyDirectory();
        assertThat(root.resolve("runs")).isEmptyDirectory();
        assertThat(destination.removePartials()).isEmpty();
    }

    @Test
    void otherPeoplesPartialsAndLinksAreLeftAlone() throws Exception {
        destination.prepare();
        Path precious = Files.createDirectories(folder.resolve("precious/x"));
        Files.createDirectories(shop.resolve("download.partial"));
        Files.createSymbolicLink(shop.resolve("20261122T163106Z.partial"), precious);

        assertThat(destination.removePartials()).isEmpty();

        assertThat(precious).exists();
        assertThat(shop.resolve("download.partial")).exists();
    }

    @Test
    void theNewestRunThatCanBeReadIsTheNewest() throws Exception {
        destination.prepare();
        destination.saveRun(SampleRecords.run("20261122T163105Z"));
        destination.saveRun(SampleRecords.run("20261122T163106Z"));
        Files.writeString(root.resolve("runs/20261122T163107Z.json"), "{");
        Files.writeString(root.resolve("runs/notes.json"), "{}");

        assertThat(destination.newestRun()).contains(SampleRecords.run("20261122T163106Z"));
        assertThat(Modes.of(root.resolve("runs/20261122T163106Z.json"))).isEqualTo("rw-------");
    }

    @Test
    void twoRunsOfOneSecondAreBothKept() throws Exception {
        destination.prepare();
        destination.saveRun(SampleRecords.run(destination.newRunId(NOW)));
        String second = destination.newRunId(NOW);
        destination.saveRun(SampleRecords.run("20261122T163105Z"));

        assertThat(second).isEqualTo("20261122T163105Z-2");
        assertThat(destination.newestRun()).get().extracting(RunRecord::id).isEqualTo(second);
        assertThat(root.resolve("runs/20261122T163105Z.json")).exists();
    }

    @Test
    void aRunThatCannotBeNotedIsTold() throws Exception {
        Files.createDirectories(root);
        Files.writeString(root.resolve("runs"), "in the way");

        assertThatThrownBy(() -> destination.saveRun(SampleRecords.run("20261122T163105Z")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("runs");
    }

    @Test
    void aProjectsFolderThatCannotBeListedIsToldAndHidesNoOther() throws Exception {
        destination.prepare();
        sealed(destination, NOW, "");
        Path closed = Files.createDirectories(root.resolve("projects/closed"));
        Modes.set(closed, "---------");
        assumeFalse(Files.isReadable(closed), "root reads everything");

        assertThat(destination.projects()).containsExactly(SHOP);
        assertThat(destination.sets(new ProjectName("closed"))).isEmpty();
        assertThat(destination.oddities()).extracting(Finding::code).containsExactly("store.unreadable");
        assertThat(destination.removePartials()).singleElement().asString().contains("closed cannot be listed");
        destination.prepare();
        assertThat(destination.oddities()).isEmpty();
    }

    @Test
    void aDestinationThatCannotBeWrittenIsToldWithWhatToDo() throws Exception {
        Files.createDirectories(root);
        Modes.set(root, "r-xr-xr-x");
        assumeFalse(Files.isWritable(root), "root writes everywhere");

        assertThatThrownBy(destination::prepare)
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("cannot be written: permission denied")
                .hasMessageContaining("--dest");
    }

    @Test
    void anEarlierSetStaysWhereTheDestinationBecameReadOnly() throws Exception {
        destination.prepare();
        StoredSet earlier = sealed(destination, NOW, "");
        Modes.set(shop, "r-x------");
        assumeFalse(Files.isWritable(shop), "root writes everywhere");

        assertThatThrownBy(() -> destination.stage(SHOP, NOW, "")).isInstanceOf(DestinationException.class);
        assertThat(destination.sets(SHOP)).containsExactly(earlier);
    }
}
