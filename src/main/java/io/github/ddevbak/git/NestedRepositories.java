package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Judges the repositories that lie inside a folder without being submodules there, each as the repository it is. */
final class NestedRepositories {
    private final Function<Unseen.Nested, GitReport> check;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> safeIgnored = new ArrayList<>();
    private final List<String> safeUntracked = new ArrayList<>();

    private NestedRepositories(Function<Unseen.Nested, GitReport> check) {
        this.check = check;
    }

    /** What is found in them, with their path in front, and where the search for them stopped. */
    static List<Finding> tell(Unseen unseen, Function<Unseen.Nested, GitReport> check) {
        NestedRepositories nested = new NestedRepositories(check);
        unseen.nested().forEach(nested::judge);
        nested.safe();
        nested.stops(unseen);
        return nested.findings;
    }

    /** Where repositories lie in each other so often that they are not looked into. */
    static List<Finding> tooDeep(Unseen unseen) {
        List<String> paths = new ArrayList<>(unseen.notReached());
        unseen.nested().forEach(nested -> paths.add(nested.path()));
        NestedRepositories none = new NestedRepositories(nested -> GitReport.of(List.of(), GitFacts.NONE));
        none.stops(new Unseen(List.of(), List.of(), Set.of(), unseen.passedBy(), paths));
        return none.findings;
    }

    private void judge(Unseen.Nested nested) {
        String path = nested.path();
        List<Finding> told = check.apply(nested).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        if (told.stream().anyMatch(finding -> finding.severity() == Severity.LOSS)) {
            findings.add(Finding.loss(
                    "code.nested-repository",
                    path + " is a repository of its own, of which Git keeps nothing here, and it would lose work.",
                    "commit and push in it: git -C " + Invocation.quoted(path) + " status"));
        } else if (told.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            (nested.ignored() ? safeIgnored : safeUntracked).add(path);
        }
        for (Finding finding : told) {
            String sentence = "Nested repository " + path + ": " + finding.sentence();
            findings.add(new Finding(finding.severity(), finding.code(), sentence, finding.hint()));
        }
    }

    private void safe() {
        if (!safeUntracked.isEmpty()) {
            findings.add(Finding.warning(
                    "code.nested-repository-pushed",
                    Words.count(safeUntracked.size(), "untracked folder") + are(safeUntracked)
                            + ", of which Git keeps nothing here, not even where to clone it from"
                            + Words.names(safeUntracked) + ".",
                    "git submodule add URL PATH, or add it to .gitignore"));
        }
        if (!safeIgnored.isEmpty()) {
            findings.add(Finding.info(
                    "code.nested-repository-pushed",
                    Words.count(safeIgnored.size(), "ignored folder") + are(safeIgnored)
                            + ", with everything on a remote" + Words.names(safeIgnored) + "."));
        }
    }

    private static String are(List<String> paths) {
        return paths.size() == 1 ? " is a repository of its own" : " are repositories of their own";
    }

    private void stops(Unseen unseen) {
        if (!unseen.notReached().isEmpty()) {
            findings.add(Finding.warning(
                    "code.walk-stopped",
                    "The search for repositories and precious files in folders that Git ignores or does not know did"
                            + " not reach " + Words.count(unseen.notReached().size(), "folder")
                            + Words.names(unseen.notReached()) + ".",
                    "look there for work of your own: it may be too deep, too large or unreadable"));
        }
        if (!unseen.passedBy().isEmpty()) {
            findings.add(Finding.info(
                    "code.walk-stopped",
                    "The search for repositories and precious files passed by "
                            + Words.count(unseen.passedBy().size(), "folder") + Words.names(unseen.passedBy()) + "."));
        }
    }
}
