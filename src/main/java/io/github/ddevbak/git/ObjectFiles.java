package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Whether objects are in a repository's own store, loose or in a pack whose index says so (gitformat-pack(5), version 2
 * of the index, which git has written since 1.6). What is not found may still be there, such as in an alternate store.
 */
final class ObjectFiles {
    private static final int MAGIC = 0xff744f63;
    private static final int HEADER = 8;
    private static final int FANOUT = 256 * 4;

    private final Path folder;

    ObjectFiles(Layout layout) {
        folder = layout.commonDir().resolve("objects");
    }

    /** True where each is found, by its whole name in hexadecimal. */
    boolean hasAll(Collection<String> oids) {
        try {
            Set<String> missing = new HashSet<>();
            for (String oid : oids) {
                if (!loose(oid)) {
                    missing.add(oid);
                }
            }
            for (Path index : missing.isEmpty() ? List.<Path>of() : indexes()) {
                remove(missing, index);
            }
            return missing.isEmpty();
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    /** A crash may leave an empty file behind, which is no object. */
    private boolean loose(String oid) throws IOException {
        Path file = folder.resolve(oid.substring(0, 2)).resolve(oid.substring(2));
        return Files.isRegularFile(file) && Files.size(file) > 0;
    }

    private List<Path> indexes() throws IOException {
        List<Path> indexes = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder.resolve("pack"), "*.idx")) {
            for (Path index : each) {
                String name = String.valueOf(index.getFileName());
                if (Files.isRegularFile(index.resolveSibling(name.substring(0, name.length() - 4) + ".pack"))) {
                    indexes.add(index);
                }
            }
        }
        return indexes;
    }

    private static void remove(Set<String> missing, Path index) throws IOException {
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            ByteBuffer head = read(channel, 0, HEADER + FANOUT);
            if (head.getInt(0) == MAGIC && head.getInt(4) == 2) {
                for (String oid : List.copyOf(missing)) {
                    if (holds(channel, head, HexFormat.of().parseHex(oid))) {
                        missing.remove(oid);
                    }
                }
            }
        }
    }

    /** Searches the sorted names between the bounds that the fan-out table has for the first byte. */
    private static boolean holds(FileChannel channel, ByteBuffer head, byte[] oid) throws IOException {
        int first = Byte.toUnsignedInt(oid[0]);
        int low = first == 0 ? 0 : head.getInt(HEADER + (first - 1) * 4);
        int high = head.getInt(HEADER + first * 4);
        while (low < high) {
            int middle = (low + high) >>> 1;
            byte[] name = read(channel, HEADER + FANOUT + (long) middle * oid.length, oid.length)
                    .array();
            int order = Arrays.compareUnsigned(name, oid);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return false;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("a pack's index that ends too soon");
            }
        }
        return bytes;
    }
}
