package io.github.ddevbak.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The folders that hold an index's entries, gathered entry by entry; names are kept as bytes, a character each. */
final class TrackedFolders {
    private final Set<String> folders = new LinkedHashSet<>();
    private final int below;
    private byte[] last = new byte[0];

    /** The prefix is that of the folder asked about; only folders below it are gathered. */
    TrackedFolders(String prefix) {
        below = RawName.of(prefix).length();
    }

    /** Takes the name of an entry: its first bytes. Entries are sorted, so that most are beside the one before. */
    void take(byte[] name, int length) {
        int end = slashBefore(name, length);
        if (end < below || Arrays.equals(name, 0, end, last, 0, last.length)) {
            return;
        }
        last = Arrays.copyOf(name, end);
        String folder = new String(last, StandardCharsets.ISO_8859_1);
        while (folder.length() > below && folders.add(folder)) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
    }

    private static int slashBefore(byte[] name, int length) {
        int at = length - 1;
        while (at >= 0 && name[at] != '/') {
            at--;
        }
        return at;
    }

    /** Relative to the work tree's top. */
    Set<String> found() {
        return Collections.unmodifiableSet(folders);
    }
}
