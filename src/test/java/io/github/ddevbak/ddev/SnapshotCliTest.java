package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCliTest {

    @TempDir
    Path folder;

    @Test
    void aSnapshotIsAskedForByNameWithoutHooks() {
        Scripted ddev = Scripted.answering(Recording.of("300-snapshot-mariabackup-fails"));
        assertThat(new SnapshotCli(ddev, Sample.TIMEOUT)
                        .create(Sample.SHOP, "ddevbak-1")
                        .stderrTail())
                .contains("Failed to snapshot shop");
        assertThat(ddev.typed()).containsExactly("ddev snapshot shop --name ddevbak-1 --skip-hooks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "initializer", "", "-y", "a b", "../a", "a/b", "a..b", "ä", "a\n", ".hidden"})
    void aNameThatDdevRefusesOrGivesAMeaningToIsNotAskedFor(String name) {
        assertThatThrownBy(() -> new SnapshotCli(Scripted.saying(), Sample.TIMEOUT).create(Sample.SHOP, name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLogIsReadInTheContainer() throws IOException {
        Scripted ddev = Scripted.saying("[00] completed OK!\n");
        assertThat(new SnapshotCli(ddev, Sample.TIMEOUT)
                        .log(Sample.shop(folder), "ddevbak-1-mariadb_11.8.zst")
                        .value())
                .contains("[00] completed OK!\n");
        assertThat(ddev.only().command())
                .endsWith("--", "tail", "-c", "2048", "/tmp/snapshot_ddevbak-1-mariadb_11.8.zst.log");
    }

    @Test
    void aFileNameThatCouldLeaveTheFolderIsNotRead() throws IOException {
        Answer<String> answer =
                new SnapshotCli(Scripted.saying(), Sample.TIMEOUT).log(Sample.shop(folder), "x/../../etc/passwd");
        assertThat(Sample.refused(answer).why()).isEqualTo("not a snapshot's file name: x/../../etc/passwd");
    }

    @Test
    void leftoversAreRemovedByNameOnlyAndEvenAfterCtrlC() throws IOException {
        Scripted ddev = Scripted.saying("");
        new SnapshotCli(ddev, Sample.TIMEOUT).removeLeftovers(Sample.shop(folder), "ddevbak-1");
        assertThat(ddev.only().command())
                .endsWith(
                        "sh",
                        "-c",
                        "rm -f -- /var/tmp/\"$1\"-mariadb_* /var/tmp/\"$1\"-mysql_* /var/tmp/\"$1\"-postgres_*",
                        "sh",
                        "ddevbak-1");
        assertThat(ddev.only().sheltered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "../x", "a b", "$(id)", "a/../b"})
    void nothingIsRemovedForANameThatIsNone(String name) throws IOException {
        Project shop = Sample.shop(folder);
        assertThatThrownBy(() -> new SnapshotCli(Scripted.saying(), Sample.TIMEOUT).removeLeftovers(shop, name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void snapshotsAreWhereDdevKeepsThem() {
        assertThat(SnapshotCli.folder(Path.of("/p/shop"))).isEqualTo(Path.of("/p/shop/.ddev/db_snapshots"));
    }
}
