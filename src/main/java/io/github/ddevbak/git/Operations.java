package io.github.ddevbak.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was begun in a work tree and not ended, by the files git keeps meanwhile (wt-status.c, wt_status_get_state). */
final class Operations {
    private static final Map<String, String> MARKS = marks();

    private Operations() {}

    private static Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("rebase-merge", "rebase");
        marks.put("rebase-apply", "rebase");
        marks.put("MERGE_HEAD", "merge");
        marks.put("CHERRY_PICK_HEAD", "cherry-pick");
        marks.put("REVERT_HEAD", "revert");
        marks.put("BISECT_LOG", "bisect");
        return marks;
    }

    /** In git's words: rebase, merge, cherry-pick, revert, bisect, am. */
    static List<String> in(Path gitDir) {
        List<String> found = new ArrayList<>();
        MARKS.forEach((mark, operation) -> {
            if (Files.exists(gitDir.resolve(mark))) {
                boolean mailbox = Files.exists(gitDir.resolve(mark).resolve("applying"));
                found.add(mailbox ? "am" : operation);
            }
        });
        // Between two picks only the list of what is left tells of it.
        if (found.isEmpty() && Files.exists(gitDir.resolve("sequencer").resolve("todo"))) {
            found.add("cherry-pick");
        }
        return List.copyOf(found);
    }
}
