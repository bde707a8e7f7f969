package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What git notes of how far an operation is (sequencer.c, builtin/am.c, builtin/bisect.c; git 2.30 to 2.51). */
final class OperationNotes {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int LONGEST = 1 << 20;

    /** So many digits of an object's name are enough for a person. */
    private static final int SHORT = 10;

    private final Path gitDir;

    OperationNotes(Path gitDir) {
        this.gitDir = gitDir;
    }

    /** Of a rebase or of patches of a mailbox that are applied, by the folder of its notes. */
    String rebase(String folder) {
        List<String> words = new ArrayList<>();
        String branch = first(folder + "/head-name");
        if (branch.startsWith(RefFiles.BRANCHES)) {
            words.add("of branch " + text(branch.substring(RefFiles.BRANCHES.length())));
        } else if (!branch.isEmpty()) {
            words.add("of a detached HEAD");
        }
        String onto = first(folder + "/onto");
        if (!onto.isEmpty()) {
            words.add("onto " + brief(onto));
        }
        boolean apply = folder.equals("rebase-apply");
        String steps = steps(first(folder + (apply ? "/next" : "/msgnum")), first(folder + (apply ? "/last" : "/end")));
        return String.join(" ", words) + (words.isEmpty() || steps.isEmpty() ? "" : ", ") + steps;
    }

    private static String steps(String step, String last) {
        if (!NUMBER.matcher(step).matches() || !NUMBER.matcher(last).matches()) {
            return "";
        }
        int left = Math.max(0, Integer.parseInt(last) - Integer.parseInt(step));
        return "at step " + step + " of " + last + " (" + left + " left after it)";
    }

    /** Of a merge: what it takes in. */
    String merge() {
        List<String> heads =
                lines("MERGE_HEAD").stream().map(OperationNotes::brief).toList();
        return heads.isEmpty() ? "" : "of " + String.join(", ", heads);
    }

    /** Of commits that are picked or reverted, by the file that names the one it stopped at. */
    String pick(String head) {
        String at = first(head);
        long listed = lines("sequencer/todo").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .count();
        long left = at.isEmpty() ? listed : Math.max(0, listed - 1);
        String stopped = at.isEmpty() ? "between two commits" : "of " + brief(at);
        return listed == 0 && at.isEmpty() ? "" : stopped + " (" + left + " left after it)";
    }

    /** Of a bisection: where it began, and how many commits were judged. */
    String bisect() {
        String begun = first("BISECT_START");
        long judged = lines("BISECT_LOG").stream()
                .filter(line -> line.startsWith("git bisect ") && !line.startsWith("git bisect start"))
                .count();
        String from = begun.isEmpty() ? "" : "begun at " + (RefFiles.object(begun) ? brief(begun) : text(begun)) + ", ";
        return from + Words.count((int) judged, "commit") + " judged";
    }

    private static String brief(String oid) {
        return RefFiles.object(oid) ? oid.substring(0, SHORT) : text(oid);
    }

    /** Names are kept as bytes while they are read. */
    private static String text(String raw) {
        return RawName.text(raw);
    }

    private String first(String name) {
        List<String> lines = lines(name);
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }

    /** None where the note is not there, or is none that git wrote. */
    private List<String> lines(String name) {
        Path file = gitDir.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
