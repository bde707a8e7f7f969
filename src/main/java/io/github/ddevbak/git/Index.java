package io.github.ddevbak.git;

import java.util.ArrayList;
import java.util.List;

/**
 * What is unusual in the index: entries whose changes Git was told not to look for, and submodules.
 *
 * @param size how many entries there are
 * @param unwatched files flagged assume-unchanged or skip-worktree
 * @param submodules paths of submodules, there or not
 */
record Index(int size, List<Entry> unwatched, List<String> submodules) {
    private static final String SUBMODULE = "160000";

    /** The modes of git-ls-files(1): {@code -v} marks assume-unchanged in lower case, {@code S} is skip-worktree. */
    static final List<String> QUESTION = List.of("ls-files", "-v", "--stage", "-z", "--full-name", "--");

    Index {
        unwatched = List.copyOf(unwatched);
        submodules = List.copyOf(submodules);
    }

    /** One file as the index has it; the path is relative to the work tree's top. */
    record Entry(boolean skipped, String mode, String oid, String path) {}

    /** Takes the answer line by line: {@code H 100644 <object> 0<tab>path}. */
    static final class Reader {
        private final List<Entry> unwatched = new ArrayList<>();
        private final List<String> submodules = new ArrayList<>();
        private int size;

        void take(String line) {
            size++;
            char flag = line.charAt(0);
            boolean submodule = line.startsWith(SUBMODULE, 2);
            if (flag == 'H' && !submodule) {
                return;
            }
            int tab = line.indexOf('\t');
            String[] field = line.substring(0, tab).split(" ", -1);
            String path = line.substring(tab + 1);
            if (submodule) {
                submodules.add(path);
            } else if (flag == 'S' || Character.isLowerCase(flag)) {
                unwatched.add(new Entry(flag == 'S' || flag == 's', field[1], field[2], path));
            }
        }

        Index index() {
            return new Index(size, unwatched, submodules);
        }
    }
}
