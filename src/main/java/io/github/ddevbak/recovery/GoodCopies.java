package io.github.ddevbak.recovery;

import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ShellWord;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of what is wrong with a set where a good copy is; beside one, it finds the very bytes that differ. */
final class GoodCopies {
    /** Files whose copies are looked for. */
    private static final int LOOKED_FOR = 20;

    private static final int BUFFER = 64 << 10;

    private final List<SealedFolder> others;
    private final List<StoredSet> good;
    private final SetFiles files;

    /** @param others the project's other sets, newest first, those that are known to be damaged left out */
    GoodCopies(List<SealedFolder> others, SetFiles files) {
        this.others = others;
        this.good = others.stream().flatMap(one -> one.set().stream()).toList();
        this.files = files;
    }

    /** A whole copy of a file. */
    private record Copy(SealedFolder set, Path file) {}

    /** The same problems, each with what to do. */
    List<SetProblem> explained(SealedFolder set, List<SetProblem> problems) {
        Map<String, Copy> copies = copies(problems);
        List<SetProblem> explained = new ArrayList<>();
        for (SetProblem problem : problems) {
            Copy copy = copies.get(problem.expected());
            if (copy != null) {
                Path damaged = set.folder().resolve(problem.file());
                explained.add(narrowed(problem, damaged, copy.file())
                        .doing("The same file is whole in the set " + copy.set().id() + ": "
                                + "cp -- " + ShellWord.quoted(copy.file().toString()) + " "
                                + ShellWord.quoted(damaged.toString()) + " brings it back."));
            } else {
                explained.add(problem.hint().isEmpty() ? problem.doing(elsewhere(set, problem)) : problem);
            }
        }
        return explained;
    }

    private Map<String, Copy> copies(List<SetProblem> problems) {
        Set<String> wanted = problems.stream()
                .filter(problem -> problem.kind() != SetProblem.Kind.MANIFEST)
                .map(SetProblem::expected)
                .filter(sha256 -> !sha256.isEmpty())
                .limit(LOOKED_FOR)
                .collect(Collectors.toSet());
        Map<String, Copy> copies = new HashMap<>();
        for (SealedFolder other : others) {
            if (copies.keySet().containsAll(wanted)) {
                break;
            }
            named(other, wanted).forEach((sha256, path) -> {
                Path file = path.under(other.folder());
                if (!copies.containsKey(sha256) && whole(file, sha256)) {
                    copies.put(sha256, new Copy(other, file));
                }
            });
        }
        return copies;
    }

    private Map<String, RawPath> named(SealedFolder other, Set<String> wanted) {
        Map<String, RawPath> named = new HashMap<>();
        try (InputStream in = files.open(other.folder().resolve(ManifestReading.NAME))) {
            SealedManifest.each(in, (path, sha256) -> {
                if (wanted.contains(sha256)) {
                    named.putIfAbsent(sha256, path);
                }
            });
        } catch (IOException unreadable) {
            return Map.of();
        }
        return named;
    }

    private boolean whole(Path file, String sha256) {
        try (InputStream in = files.open(file)) {
            return new HashedContent().read(in).sha256().equals(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private SetProblem narrowed(SetProblem problem, Path damaged, Path copy) {
        boolean sameSize = problem.kind() == SetProblem.Kind.CHANGED
                && problem.range().filter(range -> range.from() == 0).isPresent();
        return sameSize ? difference(damaged, copy).map(problem::at).orElse(problem) : problem;
    }

    /** From the first byte that differs to the last. */
    private Optional<ByteRange> difference(Path one, Path other) {
        try (InputStream left = files.open(one);
                InputStream right = files.open(other)) {
            long first = -1;
            long last = -1;
            long place = 0;
            for (byte[] a = left.readNBytes(BUFFER), b = right.readNBytes(BUFFER);
                    a.length > 0 && a.length == b.length;
                    a = left.readNBytes(BUFFER), b = right.readNBytes(BUFFER)) {
                int from = Arrays.mismatch(a, b);
                if (from >= 0) {
                    first = first < 0 ? place + from : first;
                    last = place + lastMismatch(a, b);
                }
                place += a.length;
            }
            return first < 0 ? Optional.empty() : Optional.of(new ByteRange(first, last + 1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static int lastMismatch(byte[] a, byte[] b) {
        int last = a.length - 1;
        while (a[last] == b[last]) {
            last--;
        }
        return last;
    }

    private String elsewhere(SealedFolder set, SetProblem problem) {
        Optional<Part> part = Arrays.stream(Part.values())
                .filter(each -> problem.file().startsWith(each.word() + "/"))
                .findFirst();
        List<StoredSet> usual = good.stream().filter(one -> !one.safetyCopy()).toList();
        Optional<StoredSet> other = part.isPresent()
                ? GoodParts.newest(usual, part.get())
                : usual.stream().filter(one -> one.record().good()).findFirst();
        String holds = part.map(each -> "holds a good copy of the part '" + each.word() + "'")
                .orElse("is good");
        return other.map(one -> "The newest other set that " + holds + " is " + one.id() + ".")
                .orElseGet(() -> "No other set of " + set.project() + " " + holds + ": make one now with 'ddevbak all'"
                        + ", while the project is there.");
    }
}
