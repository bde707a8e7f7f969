package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A mounted file system. The number alone says little: after a reboot another disk may have it.
 *
 * @param number as the system counts its devices
 * @param type such as {@code ext4}
 * @param name what is mounted, such as {@code /dev/sda2}
 */
record Device(long number, String type, String name) {
    /**
     * File systems of this computer's own, whose files keep their inode, and whose time of change is the kernel's own
     * and cannot be set. Network and FUSE file systems number files anew, or take times from elsewhere, or tell of a
     * change minutes later: their files are always read.
     */
    private static final Set<String> STEADY = Set.of(
            "apfs",
            "bcachefs",
            "btrfs",
            "ext2",
            "ext3",
            "ext4",
            "f2fs",
            "hfs",
            "jfs",
            "overlay",
            "reiserfs",
            "tmpfs",
            "ufs",
            "xfs",
            "zfs");

    /** Characters kept of a type or a name: the header of a cache has room for so many. */
    private static final int LONGEST = 60;

    /** Where the folder lies; of no steady type where nobody can say. */
    static Device of(long number, Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Device(number, cut(store.type()), cut(store.name()));
        } catch (IOException | SecurityException unknown) {
            return new Device(number, "", "");
        }
    }

    /** Whether what it says of a file tells that the file was not changed. */
    boolean steady() {
        return STEADY.contains(type.toLowerCase(Locale.ROOT));
    }

    /** By hand, as {@link Stat}: it is asked once for each file. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Device device
                && number == device.number
                && type.equals(device.type)
                && name.equals(device.name);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
