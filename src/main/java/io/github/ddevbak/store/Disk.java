package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The disk a path is on, or would be on once it is made.
 *
 * @param device the number stat(2) gives; empty where there is none
 * @param name the disk's name without its partition; empty where the store's name says nothing about a disk
 */
record Disk(String device, String name) {
    private static final List<Pattern> PARTITIONS = List.of(
            Pattern.compile("(/dev/(?:sd|hd|vd|xvd)[a-z]+)\\d*"),
            Pattern.compile("(/dev/(?:nvme\\d+n\\d+|mmcblk\\d+|nbd\\d+|loop\\d+|md\\d+))(?:p\\d+)?"),
            Pattern.compile("(/dev/disk\\d+)(?:s\\d+)*"));

    /** The disk; nothing where the system does not tell. */
    static Optional<Disk> of(Path path) {
        Optional<Path> there = existing(path);
        Optional<FileStore> store = there.flatMap(Disk::store);
        return store.map(one -> new Disk(device(there.get()), named(one.name(), one.type())));
    }

    /** Partitions, subvolumes and datasets of one disk are the same disk: it breaks as a whole. */
    boolean sameAs(Disk other) {
        return (!device.isEmpty() && device.equals(other.device)) || (!name.isEmpty() && name.equals(other.name));
    }

    static String named(String store, String type) {
        for (Pattern partition : PARTITIONS) {
            Matcher found = partition.matcher(store);
            if (found.matches()) {
                return found.group(1);
            }
        }
        if (type.equals("zfs")) {
            return "zfs:" + store.replaceFirst("/.*", "");
        }
        return store.startsWith("/dev/") ? store : "";
    }

    /** The nearest folder that is there. */
    static Optional<Path> existing(Path path) {
        for (Path each = path.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.exists(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A btrfs subvolume that is not mounted itself has no store of its own: the one above it holds it. */
    static Optional<FileStore> store(Path there) {
        try {
            return Optional.of(Files.getFileStore(there));
        } catch (IOException notMountedItself) {
            Path above = there.getParent();
            return above == null ? Optional.empty() : store(above);
        }
    }

    /** A size of the file system that the path is on, or would be on. */
    @FunctionalInterface
    interface Size {
        long of(FileStore store) throws IOException;
    }

    static long bytes(Path path, Size question) {
        Optional<FileStore> store = existing(path).flatMap(Disk::store);
        try {
            return store.isEmpty() ? Long.MAX_VALUE : question.of(store.get());
        } catch (IOException notTold) {
            throw new DestinationException(
                    "The space at " + path + " cannot be told: " + Reason.of(notTold) + ". Is its disk still there?",
                    notTold);
        }
    }

    private static String device(Path there) {
        try {
            return Objects.toString(Files.getAttribute(there, "unix:dev"), "");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notTold) {
            return "";
        }
    }
}
