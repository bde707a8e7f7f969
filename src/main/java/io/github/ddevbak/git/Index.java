package io.github.ddevbak.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What is unusual in the index: entries whose changes Git was told not to look for, and submodules.
 *
 * @param size how many entries there are
 * @param unwatched files flagged assume-unchanged or skip-worktree
 * @param submodules paths of submodules, there or not
 * @param folders those that hold an entry, as bytes: a character each
 */
record Index(int size, List<Entry> unwatched, List<String> submodules, Set<String> folders) {
    static final Index EMPTY = new Index(0, List.of(), List.of(), Set.of());

    private static final String SUBMODULE = "160000";

    /** The modes of git-ls-files(1): {@code -v} marks assume-unchanged in lower case, {@code S} is skip-worktree. */
    static final List<String> QUESTION = List.of("ls-files", "-v", "--stage", "-z", "--full-name", "--");

    Index {
        unwatched = List.copyOf(unwatched);
        submodules = List.copyOf(submodules);
        folders = Collections.unmodifiableSet(folders);
    }

    /** One file as the index has it; the path is relative to the work tree's top. */
    record Entry(boolean skipped, String mode, String oid, String path) {}

    /** Takes the answer line by line: {@code H 100644 <object> 0<tab>path}. */
    static final class Reader {
        private final List<Entry> unwatched = new ArrayList<>();
        private final List<String> submodules = new ArrayList<>();
        private final TrackedFolders folders;
        private int size;

        Reader(String prefix) {
            folders = new TrackedFolders(prefix);
        }

        void take(String line) {
            size++;
            int tab = line.indexOf('\t');
            String path = line.substring(tab + 1);
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            folders.take(name, name.length);
            char flag = line.charAt(0);
            boolean submodule = line.startsWith(SUBMODULE, 2);
            if (flag == 'H' && !submodule) {
                return;
            }
            String[] field = line.substring(0, tab).split(" ", -1);
            if (submodule) {
                submodules.add(path);
            } else if (flag == 'S' || Character.isLowerCase(flag)) {
                unwatched.add(new Entry(flag == 'S' || flag == 's', field[1], field[2], path));
            }
        }

        Index index() {
            return new Index(size, unwatched, submodules, folders.found());
        }
    }
}
