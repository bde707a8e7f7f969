package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the commits that no remote has into one file that {@code git fetch} reads, and proves it. */
final class Bundle {
    /** Where a bundle that stands on the usual branch alone costs more of what may be written than this share, it may not. */
    private static final int SHARE = 4;

    private static final List<String> KNOWN = List.of("--not", "--glob=refs/known/*", "--");

    private final BorrowingRepository scratch;
    private final RescueRefs refs;

    Bundle(BorrowingRepository scratch, RescueRefs refs) {
        this.scratch = scratch;
        this.refs = refs;
    }

    /**
     * What came of it.
     *
     * @param names the refs that were to be saved; none where the remotes have everything
     * @param bytes written; 0 where nothing was
     * @param whole whether it needs no commit of a remote
     * @param leftOut why it was not written, as the end of a sentence; empty where it was, or need not be
     */
    record Written(Set<String> names, long bytes, boolean whole, String leftOut) {
        Written {
            names = Set.copyOf(names);
        }
    }

    /**
     * Writes the file where there is anything to write.
     *
     * @param limit the most bytes
     * @throws UnansweredException where git cannot do it, such as for an object that is missing
     * @throws IOException where the disk does not take it
     */
    Written write(Path file, long limit) throws IOException {
        Set<String> known = present(refs.known());
        Map<String, RescueRefs.Tip> wanted = wanted(known);
        if (wanted.isEmpty()) {
            return new Written(Set.of(), 0, false, "");
        }
        Set<String> usual = present(Set.copyOf(refs.usual()));
        String why = usual.isEmpty() ? "" : attempt(file, wanted, usual, limit / SHARE);
        if (usual.isEmpty() || !why.isEmpty()) {
            why = attempt(file, wanted, known, limit);
        }
        if (!why.isEmpty()) {
            return new Written(wanted.keySet(), 0, false, why);
        }
        prove(file, wanted);
        return new Written(wanted.keySet(), Files.size(file), known.isEmpty(), "");
    }

    /** The tips with commits that no remote has, and tags on pushed commits beside them. */
    private Map<String, RescueRefs.Tip> wanted(Set<String> known) throws IOException {
        Map<String, RescueRefs.Tip> there = new TreeMap<>(refs.tips());
        Set<String> objects =
                present(there.values().stream().map(RescueRefs.Tip::oid).collect(Collectors.toSet()));
        there.values().removeIf(tip -> !objects.contains(tip.oid()));
        arrange(there, known);
        Map<String, List<String>> names = new HashMap<>();
        there.forEach((name, tip) ->
                names.computeIfAbsent(tip.peeled(), unused -> new ArrayList<>()).add(name));
        Map<String, RescueRefs.Tip> wanted = new TreeMap<>();
        Lines each = new Lines(oid -> names.getOrDefault(oid, List.of()).forEach(name -> {
            RescueRefs.Tip tip = there.get(name);
            if (tip != null) {
                wanted.put(name, tip);
            }
        }));
        List<String> words = new ArrayList<>(List.of("rev-list", "--glob=refs/heads/*", "--glob=refs/tags/*"));
        words.add("--glob=refs/ddevbak/*");
        words.addAll(KNOWN);
        heeded(words, scratch.pour(words, each));
        refs.lostTags().stream().filter(there::containsKey).forEach(name -> wanted.put(name, there.get(name)));
        return wanted;
    }

    /** Without those that are gone, such as one that an ended operation noted, or were never here. */
    private Set<String> present(Set<String> oids) {
        if (oids.isEmpty()) {
            return Set.of();
        }
        String answer = scratch.say(List.of("cat-file", "--batch-check=%(objectname)"), String.join("\n", oids) + "\n");
        return answer.lines().filter(line -> !line.endsWith(" missing")).collect(Collectors.toCollection(TreeSet::new));
    }

    private void arrange(Map<String, RescueRefs.Tip> tips, Collection<String> known) throws IOException {
        Map<String, String> all = new TreeMap<>();
        tips.forEach((name, tip) -> all.put(name, tip.oid()));
        int number = 0;
        for (String oid : known) {
            all.put("refs/known/" + number++, oid);
        }
        scratch.refs(all);
    }

    private String attempt(Path file, Map<String, RescueRefs.Tip> wanted, Collection<String> known, long limit)
            throws IOException {
        arrange(wanted, known);
        List<String> words = new ArrayList<>(List.of("bundle", "create", "-q", "-"));
        words.addAll(List.of("--branches", "--tags", "--glob=refs/ddevbak/*", "--not", "--glob=refs/known/*"));
        try (Limited out = new Limited(OwnerOnly.newFile(file), limit)) {
            ProcessResult result = scratch.pour(words, out);
            if (!out.passed()) {
                heeded(words, result);
                return "";
            }
        }
        Files.delete(file);
        return "more than " + Words.bytes(limit);
    }

    /** Reads it back whole: its pack is unpacked beside, and its refs are those that were meant. */
    private void prove(Path file, Map<String, RescueRefs.Tip> wanted) {
        Map<String, String> held = new TreeMap<>();
        for (String line :
                scratch.say(List.of("bundle", "unbundle", file.toString())).split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                held.put(line.substring(space + 1), line.substring(0, space));
            }
        }
        wanted.forEach((name, tip) -> {
            if (!tip.oid().equals(held.get(name))) {
                throw new UnansweredException(Finding.error(
                        "code.unreadable",
                        "Git left " + new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                                + " out of a bundle.",
                        "git fsck shows what is damaged"));
            }
        });
    }

    private void heeded(List<String> words, ProcessResult result) {
        if (!result.ok()) {
            throw new UnansweredException(Refusal.finding(scratch.folder(), words, result));
        }
    }
}
