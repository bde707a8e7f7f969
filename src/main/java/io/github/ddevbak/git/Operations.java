package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What was begun in a work tree and not ended, by the files git keeps meanwhile (wt-status.c, wt_status_get_state). */
final class Operations {
    private static final Map<String, String> MARKS = marks();

    /** Files that name commits which perhaps nothing else names (sequencer.c, builtin/am.c, builtin/bisect.c). */
    private static final List<String> HEADS = List.of(
            "rebase-merge/orig-head", "rebase-apply/orig-head", "MERGE_HEAD", "CHERRY_PICK_HEAD", "BISECT_START");

    /** Changes put aside by {@code --autostash} until the operation ends. */
    private static final List<String> AUTOSTASHES =
            List.of("rebase-merge/autostash", "rebase-apply/autostash", "MERGE_AUTOSTASH");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private Operations() {}

    /** Commits that an operation holds until it ends. */
    static List<String> heads(Path gitDir) {
        return commits(gitDir, HEADS);
    }

    /** Commits that hold the changes which were there when an operation began. */
    static List<String> autostashes(Path gitDir) {
        return commits(gitDir, AUTOSTASHES);
    }

    private static List<String> commits(Path gitDir, List<String> files) {
        List<String> commits = new ArrayList<>();
        for (String name : files) {
            Path file = gitDir.resolve(name);
            if (Files.isRegularFile(file)) {
                text(file)
                        .lines()
                        .filter(line -> COMMIT.matcher(line).matches())
                        .forEach(commits::add);
            }
        }
        return commits;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable", "Cannot read " + file + ": " + e.getMessage(), "ask git itself: git status"));
        }
    }

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

    static List<Operation> in(Path gitDir) {
        List<Operation> found = new ArrayList<>();
        OperationNotes notes = new OperationNotes(gitDir);
        MARKS.forEach((mark, operation) -> {
            if (Files.exists(gitDir.resolve(mark))) {
                boolean mailbox = Files.exists(gitDir.resolve(mark).resolve("applying"));
                found.add(new Operation(mailbox ? "am" : operation, progress(notes, mark)));
            }
        });
        // Between two picks only the list of what is left tells of it.
        if (found.isEmpty() && Files.exists(gitDir.resolve("sequencer").resolve("todo"))) {
            found.add(new Operation("cherry-pick", notes.pick("CHERRY_PICK_HEAD")));
        }
        return List.copyOf(found);
    }

    private static String progress(OperationNotes notes, String mark) {
        return switch (mark) {
            case "MERGE_HEAD" -> notes.merge();
            case "CHERRY_PICK_HEAD", "REVERT_HEAD" -> notes.pick(mark);
            case "BISECT_LOG" -> notes.bisect();
            default -> notes.rebase(mark);
        };
    }
}
