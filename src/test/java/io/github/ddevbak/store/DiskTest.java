package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/dev/sda1, ext4, /dev/sda",
        "/dev/vdb, ext4, /dev/vdb",
        "/dev/nvme0n1p3, btrfs, /dev/nvme0n1",
        "/dev/mmcblk0p2, ext4, /dev/mmcblk0",
        "/dev/disk3s5, apfs, /dev/disk3",
        "/dev/disk3s1s1, apfs, /dev/disk3",
        "/dev/mapper/vg-home, xfs, /dev/mapper/vg-home",
        "tank/home/user, zfs, zfs:tank",
        "tmpfs, tmpfs, ''",
        "overlay, overlay, ''",
    })
    void thePartitionsOfOneDiskAreOneDisk(String store, String type, String disk) {
        assertThat(Disk.named(store, type)).isEqualTo(disk);
    }

    @Test
    void aFolderIsOnTheDiskOfTheFolderItWillBeMadeIn() {
        Destination destination = new Destination(folder.resolve("not/yet/there"));

        assertThat(destination.onSameDiskAs(folder)).isTrue();
        assertThat(destination.onSameDiskAs(folder.resolve("neither"))).isTrue();
    }

    @Test
    void anotherFileSystemIsAnotherDisk() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isDirectory(memory)
                        && !Files.getFileStore(memory).equals(Files.getFileStore(folder))
                        && !Files.getAttribute(memory, "unix:dev").equals(Files.getAttribute(folder, "unix:dev")),
                "no second file system here");

        assertThat(new Destination(folder).onSameDiskAs(memory)).isFalse();
    }

    @Test
    void theSpaceOfADestinationNotYetMadeIsThatOfItsDisk() throws Exception {
        Destination destination = new Destination(folder.resolve("not/yet/there"));

        assertThat(destination.totalBytes())
                .isEqualTo(Files.getFileStore(folder).getTotalSpace());
        assertThat(destination.usableBytes()).isBetween(0L, destination.totalBytes());
    }
}
