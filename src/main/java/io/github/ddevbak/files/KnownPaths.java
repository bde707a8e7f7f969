package io.github.ddevbak.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The paths of a manifest, eight bytes for each: enough to ask whether a path is among them. That two of 200,000 paths
 * share their 64 bits has a chance of one in a thousand million.
 */
final class KnownPaths {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final TreeSet<RawPath> folders = new TreeSet<>((a, b) -> RawPath.inWalkOrder(a, true, b, true));
    private long[] prints = new long[1024];
    private int size;
    private boolean sorted;

    void add(RawPath path) {
        if (size == prints.length) {
            prints = Arrays.copyOf(prints, size * 2);
        }
        prints[size++] = print(path);
        sorted = false;
        folders.add(path.parent());
    }

    boolean contains(RawPath path) {
        if (!sorted) {
            Arrays.sort(prints, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(prints, 0, size, print(path)) >= 0;
    }

    int size() {
        return size;
    }

    /** The folders that hold a path, without those below another. */
    List<RawPath> outermostFolders() {
        if (folders.contains(RawPath.EMPTY)) {
            return List.of(RawPath.EMPTY);
        }
        List<RawPath> outermost = new ArrayList<>();
        for (RawPath folder : folders) {
            if (outermost.isEmpty() || !folder.within(outermost.get(outermost.size() - 1))) {
                outermost.add(folder);
            }
        }
        return outermost;
    }

    private static long print(RawPath path) {
        long hash = FNV_OFFSET;
        for (byte b : path.bytes()) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
