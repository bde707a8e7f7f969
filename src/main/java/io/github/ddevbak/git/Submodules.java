package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Looks at the submodules that are checked out, each as the repository it is. */
final class Submodules {
    /** Losses of a work tree; git status of the repository around them has told these already. */
    private static final Set<String> OF_WORK_TREE =
            Set.of("code.staged", "code.unstaged", "code.conflicted", "code.untracked", "code.submodule-dirty");

    private final GitCli git;
    private final Function<Path, GitReport> check;

    /** The check is that of a repository by itself. */
    Submodules(GitCli git, Function<Path, GitReport> check) {
        this.git = git;
        this.check = check;
    }

    List<Finding> look(Layout layout, List<String> paths) {
        List<Finding> findings = new ArrayList<>();
        if (paths.isEmpty()) {
            return findings;
        }
        Set<String> known = known(layout);
        for (String path : paths) {
            Path folder = layout.toplevel().resolve(path);
            if (!known.contains(path)) {
                findings.add(Finding.loss(
                        "code.nested-repository",
                        path + " is recorded as a submodule, but .gitmodules does not say where it comes from.",
                        "git submodule add URL PATH"));
            }
            if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                check.apply(folder).findings().forEach(finding -> tell(findings, path, finding));
            }
        }
        return findings;
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

    private static void tell(List<Finding> findings, String path, Finding inside) {
        String sentence = "Submodule " + path + ": " + inside.sentence();
        String code = inside.severity() == Severity.LOSS ? "code.submodule-unpushed" : inside.code();
        if (inside.severity() != Severity.INFO && !OF_WORK_TREE.contains(inside.code())) {
            findings.add(new Finding(inside.severity(), code, sentence, inside.hint()));
        }
    }
}
