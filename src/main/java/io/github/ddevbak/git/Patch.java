package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what a work tree has and its commit does not into a patch that {@code git apply} takes, and proves it: the patch
 * laid over the commit gives the very tree. All of it happens in an index and in objects of our own.
 */
final class Patch {
    private static final List<String> TREE_DIFF = List.of(
            "diff-tree",
            "-p",
            "-r",
            "--binary",
            "--full-index",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--submodule=short",
            "--src-prefix=a/",
            "--dst-prefix=b/");

    private final BorrowingRepository scratch;
    private final Layout layout;
    private final String base;

    /** @param base the commit checked out, or the empty tree before the first one */
    Patch(BorrowingRepository scratch, Layout layout, String base) {
        this.scratch = scratch;
        this.layout = layout;
        this.base = base;
    }

    /**
     * What came of it; names are relative to the work tree's top, in bytes.
     *
     * @param patch whether there is one
     * @param staged whether there is a second one with what was staged and is no longer so in the work tree
     * @param bytes of both
     * @param beside changed files that are to be saved as they are: those with a filter, and all where no patch could be
     * @param leftOut changed files that were not taken, with the reason as the end of a sentence
     */
    record Written(boolean patch, boolean staged, long bytes, List<String> beside, Map<String, String> leftOut) {
        Written {
            beside = List.copyOf(beside);
            leftOut = Map.copyOf(leftOut);
        }
    }

    /** One tracked path that is not as committed. */
    private record Change(String mode, String oid, String name) {}

    /**
     * Writes the files where there is anything to write.
     *
     * @param limit the most bytes, of the changed files and of each patch
     * @throws UnansweredException where git cannot do it
     * @throws IOException where the disk does not take it
     */
    Written write(Path worktree, Path index, long limit) throws IOException {
        settle();
        String staged = tree();
        List<Change> changes = changes();
        List<String> filtered = filtered(changes);
        Map<String, String> leftOut = new TreeMap<>();
        List<String> taken = taken(changes, filtered, limit, leftOut);
        forget(changes, filtered, leftOut);
        update(taken);
        String tree = tree();
        List<String> beside = new ArrayList<>(filtered);
        long bytes = written(worktree, tree, limit);
        if (bytes < 0) {
            taken.stream().filter(this::isThere).forEach(beside::add);
            return new Written(false, false, 0, beside, leftOut);
        }
        long second = overtaken(staged, tree) ? Math.max(0, written(index, staged, limit - bytes)) : 0;
        return new Written(bytes > 0, second > 0, bytes + second, beside, leftOut);
    }

    /** Files that Git was told not to look at are looked at; conflicted ones are as on the branch that is checked out. */
    private void settle() {
        StringBuilder watched = new StringBuilder();
        StringBuilder present = new StringBuilder();
        for (String line : lines(scratch.say(layout, List.of("ls-files", "-v", "-z", "--full-name")))) {
            String name = line.substring(2);
            char flag = line.charAt(0);
            if (Character.isLowerCase(flag)) {
                watched.append(name).append('\0');
            }
            if ((flag == 'S' || flag == 's') && isThere(name)) {
                present.append(name).append('\0');
            }
        }
        tell(List.of("update-index", "-z", "--no-assume-unchanged", "--stdin"), watched);
        tell(List.of("update-index", "-z", "--no-skip-worktree", "--stdin"), present);
        tell(List.of("update-index", "-z", "--index-info"), resolved());
    }

    private StringBuilder resolved() {
        Map<String, String> entries = new TreeMap<>();
        for (String line : lines(scratch.say(layout, List.of("ls-files", "-u", "-z", "--full-name")))) {
            int tab = line.indexOf('\t');
            String[] field = line.substring(0, tab).split(" ", -1);
            String name = line.substring(tab + 1);
            if (field[2].equals("2")) {
                entries.put(name, field[0] + " " + field[1]);
            } else {
                entries.putIfAbsent(name, "0 " + "0".repeat(field[1].length()));
            }
        }
        StringBuilder told = new StringBuilder();
        entries.forEach(
                (name, entry) -> told.append(entry).append('\t').append(name).append('\0'));
        return told;
    }

    /** In the work tree: git looks there for files that changed in the very moment their entries were written. */
    private String tree() {
        return scratch.write(layout, List.of("write-tree", "--missing-ok"), "").strip();
    }

    private List<Change> changes() {
        List<String> answer = lines(scratch.say(
                layout, List.of("diff-index", "-z", "--no-renames", "--ignore-submodules=dirty", base, "--", ".")));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            String[] field = answer.get(i).substring(1).split(" ", -1);
            changes.add(new Change(field[0], field[2], answer.get(i + 1)));
        }
        return changes;
    }

    /** A filter is a program that the repository or its user names; what it guards is saved as it is. */
    private List<String> filtered(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        StringBuilder names = new StringBuilder();
        changes.forEach(change -> names.append(change.name()).append('\0'));
        List<String> answer =
                lines(scratch.say(layout, List.of("check-attr", "-z", "--stdin", "filter"), names.toString()));
        List<String> filtered = new ArrayList<>();
        for (int i = 0; i + 2 < answer.size(); i += 3) {
            boolean none =
                    answer.get(i + 2).equals("unspecified") || answer.get(i + 2).equals("unset");
            if (!none && isThere(answer.get(i))) {
                filtered.add(answer.get(i));
            }
        }
        return filtered;
    }

    /** The smallest first, so that what is too much leaves out the fewest. */
    private List<String> taken(List<Change> changes, List<String> filtered, long limit, Map<String, String> leftOut) {
        Set<String> not = new HashSet<>(filtered);
        Map<String, Long> sizes = new TreeMap<>();
        changes.stream()
                .map(Change::name)
                .filter(name -> !not.contains(name))
                .forEach(name -> sizes.put(name, size(name)));
        List<String> taken = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> each : sizes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList()) {
            Path file = RawName.under(layout.toplevel(), each.getKey());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(file)) {
                leftOut.put(each.getKey(), "it cannot be read");
            } else if (sum + each.getValue() > limit) {
                leftOut.put(each.getKey(), Words.bytes(each.getValue()));
            } else {
                sum += each.getValue();
                taken.add(each.getKey());
            }
        }
        return taken;
    }

    private long size(String name) {
        try {
            Path file = RawName.under(layout.toplevel(), name);
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private boolean isThere(String name) {
        return Files.exists(RawName.under(layout.toplevel(), name), LinkOption.NOFOLLOW_LINKS);
    }

    /** What is not taken from the work tree is in the patch as it was committed, which is not at all. */
    private void forget(List<Change> changes, List<String> filtered, Map<String, String> leftOut) {
        Set<String> not = new HashSet<>(filtered);
        not.addAll(leftOut.keySet());
        StringBuilder told = new StringBuilder();
        for (Change change : changes) {
            if (not.contains(change.name())) {
                told.append(change.mode().equals("000000") ? "0" : change.mode())
                        .append(' ')
                        .append(change.oid())
                        .append('\t')
                        .append(change.name())
                        .append('\0');
            }
        }
        tell(List.of("update-index", "-z", "--index-info"), told);
    }

    private void update(List<String> names) {
        StringBuilder told = new StringBuilder();
        names.forEach(name -> told.append(name).append('\0'));
        tell(List.of("update-index", "-z", "--add", "--remove", "--replace", "--stdin"), told);
    }

    private void tell(List<String> words, StringBuilder names) {
        if (!names.isEmpty()) {
            scratch.write(layout, words, names.toString());
        }
    }

    /** How many bytes: 0 where the trees are the same, -1 where there is no patch that does it within the limit. */
    private long written(Path file, String tree, long limit) throws IOException {
        List<String> words = new ArrayList<>(TREE_DIFF);
        words.addAll(List.of(base, tree, "--"));
        List<String> question = limited(words);
        try (Limited out = new Limited(OwnerOnly.newFile(file), limit)) {
            ProcessResult result = scratch.pour(question, out);
            if (!result.ok() && !out.passed()) {
                throw new UnansweredException(Refusal.finding(scratch.folder(), question, result));
            }
            if (!out.passed() && Files.size(file) > 0 && proved(file, tree)) {
                return Files.size(file);
            }
        }
        long size = Files.size(file);
        Files.delete(file);
        return size == 0 ? 0 : -1;
    }

    private boolean proved(Path patch, String tree) throws IOException {
        Path place = scratch.folder().resolveSibling(scratch.folder().getFileName() + "-proof");
        BorrowingRepository proof = scratch.beside(place);
        try {
            proof.say(List.of("read-tree", base));
            String before = before(tree);
            if (!before.isEmpty()) {
                scratch.give(proof, before);
            }
            proof.write(List.of("apply", "--cached", "--binary", "--whitespace=nowarn", "--", patch.toString()));
            return proof.agrees(limited(List.of("diff-index", "--cached", "--quiet", tree, "--")));
        } catch (UnansweredException refused) {
            return false;
        } finally {
            GitFolders.delete(place);
        }
    }

    /** The objects that the patch changes. */
    private String before(String tree) {
        StringBuilder objects = new StringBuilder();
        for (String line : lines(scratch.say(
                limited(List.of("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", base, tree, "--"))))) {
            String[] field = line.split(" ", -1);
            if (line.startsWith(":1") && !line.startsWith(":160000")) {
                objects.append(field[2]).append('\n');
            }
        }
        return objects.toString();
    }

    private List<String> limited(List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (!layout.prefix().isEmpty()) {
            all.add(":(top,literal)" + layout.prefix());
        }
        return all;
    }

    /** Whether something that is staged has become something else in the work tree. */
    private boolean overtaken(String staged, String tree) {
        Set<String> both = names(base, staged);
        both.retainAll(names(staged, tree));
        return !both.isEmpty();
    }

    private Set<String> names(String one, String other) {
        List<String> words = new ArrayList<>(List.of("diff-tree", "-r", "-z", "--name-only", "--no-renames"));
        words.addAll(List.of(one, other, "--"));
        return new HashSet<>(lines(scratch.say(words)));
    }

    private static List<String> lines(String answer) {
        return answer.isEmpty()
                ? List.of()
                : List.of(answer.substring(0, answer.length() - 1).split("\0", -1));
    }
}
