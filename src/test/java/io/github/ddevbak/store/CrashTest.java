package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static io.github.ddevbak.store.SampleRecords.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.project.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {
    @TempDir
    Path folder;

    private Destination destination;
    private StoredSet earlier;

    @BeforeEach
    void sealAnEarlierSet() throws Exception {
        destination = new Destination(folder);
        destination.prepare();
        earlier = sealed(destination, NOW, "");
    }

    @Test
    void aRunKilledWhileSealingLeavesNoSetAndTheNextOneRemovesWhatItLeft() throws Exception {
        Shell.Ended killed = Child.run(":", SealingProgram.class, folder.toString(), "3", "die");

        assertThat(killed.exit()).isEqualTo(137);
        assertThat(folder.resolve("projects/shop/20261122T163205Z.partial/set.json"))
                .exists();
        assertThat(destination.sets(SHOP)).containsExactly(earlier);
        assertThat(Files.readSymbolicLink(folder.resolve("projects/shop/latest")))
                .hasToString(earlier.id());
        assertThat(destination.removePartials())
                .containsExactly("Removed the unfinished set 20261122T163205Z.partial of shop,"
                        + " left by a run that was ended.");
        assertThat(destination.sets(SHOP)).containsExactly(earlier);
    }

    @Test
    void aRunKilledBetweenTheRenameAndLatestLeavesTheEarlierLatest() throws Exception {
        StoredSet newer = sealed(destination, NOW.plusSeconds(60), "");
        Latest.point(folder.resolve("projects/shop"), earlier.id());
        Files.createSymbolicLink(folder.resolve("projects/shop/.ddevbak-1.tmp"), Path.of(newer.id()));

        assertThat(destination.sets(SHOP)).containsExactly(newer, earlier);
        assertThat(folder.resolve("projects/shop/latest/set.json")).exists();
        destination.removePartials();
        StoredSet newest = sealed(destination, NOW.plusSeconds(61), "");
        assertThat(Files.readSymbolicLink(folder.resolve("projects/shop/latest")))
                .hasToString(newest.id());
    }

    /** A limit on the size of files stands in for a full disk: root is not kept from writing, but by this it is. */
    @Test
    void aDiskThatTakesNoMoreWhileSealingLeavesNothingOfTheSet() throws Exception {
        Shell.Ended full = Child.run("ulimit -f 16", SealingProgram.class, folder.toString(), "300", "seal");

        assertThat(full.output()).isEqualTo("refused: File too large\n");
        assertThat(destination.sets(SHOP)).containsExactly(earlier);
        assertThat(SetFolder.entries(folder.resolve("projects/shop")))
                .extracting(SetFolder::name)
                .containsExactly(earlier.id(), "latest");
    }

    @Test
    void theSameSetIsSealedWhereTheDiskTakesIt() throws Exception {
        Shell.Ended sealed = Child.run(":", SealingProgram.class, folder.toString(), "300", "seal");

        assertThat(sealed).isEqualTo(new Shell.Ended(0, "sealed 20261122T163205Z\n"));
        assertThat(destination.sets(SHOP)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"umask 000", "umask 077", "umask 277"})
    void nothingCanBeReadByOthersWhateverTheUmask(String umask) throws Exception {
        Path fresh = folder.resolve("fresh/dest");

        Shell.Ended sealed = Child.run(umask, SealingProgram.class, fresh.toString(), "2", "seal");

        assertThat(sealed.output()).isEqualTo("sealed 20261122T163205Z\n");
        assertThat(Modes.open(fresh)).isEmpty();
    }
}
