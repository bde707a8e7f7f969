package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at the submodules that are checked out, each as the repository it is. */
final class Submodules {
    /** Losses of a work tree; git status of the repository around them has told these already. */
    private static final Set<String> OF_WORK_TREE =
            Set.of("code.staged", "code.unstaged", "code.conflicted", "code.untracked", "code.submodule-dirty");

    /** Losses of commits, which for the repository around it are one: the submodule is not pushed. */
    private static final Set<String> OF_HISTORY = Set.of(
            "code.no-commit",
            "code.no-remote",
            "code.remote-missing",
            "code.unpushed-branch",
            "code.unpushed-tag",
            "code.unpushed-ref",
            "code.detached-head",
            "code.worktree-detached",
            "code.stash");

    private final GitCli git;
    private final Function<Path, GitReport> check;

    /** The check is that of a repository by itself. */
    Submodules(GitCli git, Function<Path, GitReport> check) {
        this.git = git;
        this.check = check;
    }

    About look(Layout layout, List<String> paths) {
        About findings = new About();
        if (paths.isEmpty()) {
            return findings;
        }
        Set<String> known = known(layout);
        Map<String, String> recorded = recorded(layout);
        List<String> absent = new ArrayList<>();
        for (String path : paths) {
            Path folder = layout.toplevel().resolve(path);
            if (!known.contains(path)) {
                findings.add(
                        Finding.loss(
                                "code.nested-repository",
                                path + " is recorded as a submodule, but .gitmodules does not say where it comes from.",
                                "git submodule add URL PATH"),
                        Set.of(folder));
            }
            if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                GitReport report = check.apply(folder);
                for (Finding finding : report.findings()) {
                    told(path, finding)
                            .ifPresent(
                                    told -> findings.add(told, report.about().getOrDefault(finding, Set.of(folder))));
                }
                recordedOnlyHere(folder, path, recorded, report)
                        .ifPresent(finding -> findings.add(finding, Set.of(folder)));
            } else {
                absent.add(path);
            }
        }
        absent(layout, absent, findings);
        return findings;
    }

    private static void absent(Layout layout, List<String> paths, About findings) {
        if (!paths.isEmpty()) {
            findings.add(Finding.info(
                    "code.submodule-not-initialised",
                    Words.count(paths.size(), "submodule") + " not checked out" + Words.names(paths) + "."));
        }
        for (String path : paths) {
            int entries = entries(layout.toplevel().resolve(path));
            if (entries > 0) {
                findings.add(Finding.loss(
                        "code.untracked",
                        "Submodule " + path + " is not checked out, and Git does not see "
                                + (entries == 1 ? "the 1 entry" : "the " + entries + " entries") + " in its folder.",
                        "move them elsewhere, then git submodule update --init " + Invocation.quoted(path)));
            }
        }
    }

    private static int entries(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        } catch (IOException | UncheckedIOException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable", "Cannot read " + folder + ": " + e.getMessage(), "make it readable"));
        }
    }

    /** The commit that the index records may be another than the one checked out, and be on nothing else. */
    private Optional<Finding> recordedOnlyHere(
            Path folder, String path, Map<String, String> recorded, GitReport report) {
        String oid = recorded.getOrDefault(path, "");
        if (oid.isEmpty() || report.facts().head().equals(Optional.of(oid))) {
            return Optional.empty();
        }
        // Fails where the commit is not here at all, which is no loss of this machine.
        ProcessResult result = git.ask(
                folder,
                List.of("rev-list", "--count", oid, "--not", "--remotes", "--branches", "--tags", "HEAD", "--"));
        boolean nothing = !result.ok() || result.stdout().strip().equals("0");
        return nothing
                ? Optional.empty()
                : Optional.of(Finding.loss(
                        "code.submodule-unpushed",
                        "Submodule " + path + ": the commit recorded for it, " + oid.substring(0, 10)
                                + ", is on no remote and on no branch.",
                        "git -C " + Invocation.quoted(path) + " branch NAME " + oid + ", then push it"));
    }

    /** Path to commit, as the index has it. */
    private Map<String, String> recorded(Layout layout) {
        Map<String, String> recorded = new HashMap<>();
        List<String> question = List.of("ls-files", "--stage", "-z", "--full-name", "--");
        git.answer(layout.folder(), question, new NulLines(line -> {
            int tab = line.indexOf('\t');
            if (line.startsWith("160000 ") && tab > 0) {
                recorded.put(line.substring(tab + 1), line.substring(7, tab).split(" ", -1)[0]);
            }
        }));
        return recorded;
    }

    /** The paths that {@code .gitmodules} names (gitmodules(5)). */
    private Set<String> known(Layout layout) {
        ProcessResult result = git.ask(
                layout.toplevel(),
                List.of("config", "-z", "--file", ".gitmodules", "--get-regexp", "^submodule\\..*\\.path$"));
        Set<String> known = new HashSet<>();
        for (String entry : result.stdout().split("\0", -1)) {
            known.add(entry.substring(entry.indexOf('\n') + 1));
        }
        return known;
    }

    /** What the repository around it tells of this; nothing where that is none of its own, or it was told already. */
    private static Optional<Finding> told(String path, Finding inside) {
        String sentence = "Submodule " + path + ": " + inside.sentence();
        String code = OF_HISTORY.contains(inside.code()) && inside.severity() == Severity.LOSS
                ? "code.submodule-unpushed"
                : inside.code();
        return LfsLosses.worthTelling(inside) && !OF_WORK_TREE.contains(inside.code())
                ? Optional.of(new Finding(inside.severity(), code, sentence, inside.hint()))
                : Optional.empty();
    }
}
