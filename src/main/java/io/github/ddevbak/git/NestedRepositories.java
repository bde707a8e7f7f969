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
    /** Losses of files as they are in the work tree. */
    private static final Set<String> OF_FILES =
            Set.of("code.unstaged", "code.untracked", "code.hidden-change", "code.ignored-precious");

    /** Losses of a history, told also where there is none yet. */
    private static final Set<String> OF_NO_HISTORY = Set.of("code.no-commit", "code.no-remote");

    private final Function<Unseen.Nested, GitReport> check;
    private final About findings = new About();
    private final List<Unseen.Nested> safe = new ArrayList<>();

    private NestedRepositories(Function<Unseen.Nested, GitReport> check) {
        this.check = check;
    }

    /** What is found in them, with their path in front, and where the search for them stopped. */
    static About tell(Unseen unseen, Function<Unseen.Nested, GitReport> check) {
        NestedRepositories nested = new NestedRepositories(check);
        unseen.nested().forEach(nested::judge);
        nested.safe();
        nested.stops(unseen);
        return nested.findings;
    }

    /** Where repositories lie in each other so often that they are not looked into. */
    static About tooDeep(Unseen unseen) {
        List<String> paths = new ArrayList<>(unseen.notReached());
        unseen.nested().forEach(nested -> paths.add(nested.path()));
        NestedRepositories none = new NestedRepositories(nested -> GitReport.of(List.of(), GitFacts.NONE));
        none.stops(new Unseen(List.of(), List.of(), Set.of(), unseen.passedBy(), paths));
        return none.findings;
    }

    private void judge(Unseen.Nested nested) {
        String path = nested.path();
        GitReport report = check.apply(nested);
        List<Finding> told = told(nested, report);
        if (told.stream().anyMatch(finding -> finding.severity() == Severity.LOSS)) {
            String kept = nested.kept() == Unseen.Kept.FILES ? "only the files" : "nothing";
            Finding loss = Finding.loss(
                    "code.nested-repository",
                    path + " is a repository of its own, of which Git keeps " + kept + " here, and it would lose work.",
                    "commit and push in it: git -C "
                            + Invocation.quoted(nested.folder().toString()) + " status");
            findings.add(loss, Set.of(nested.folder()));
        } else if (told.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            safe.add(nested);
        }
        for (Finding finding : told) {
            String sentence = "Nested repository " + path + ": " + finding.sentence();
            findings.add(
                    new Finding(finding.severity(), finding.code(), sentence, finding.hint()),
                    report.about().getOrDefault(finding, Set.of(nested.folder())));
        }
    }

    /** Its work tree is not in danger where the repository around it has the files, and told what has changed of them. */
    private static List<Finding> told(Unseen.Nested nested, GitReport report) {
        boolean files = nested.kept() == Unseen.Kept.FILES;
        return report.findings().stream()
                .filter(LfsLosses::worthTelling)
                .filter(finding -> !files || !elsewhere(finding.code(), report))
                .toList();
    }

    private static boolean elsewhere(String code, GitReport report) {
        return OF_FILES.contains(code) || report.looked().stream().limit(1).anyMatch(looked -> elsewhere(code, looked));
    }

    private static boolean elsewhere(String code, Looked looked) {
        boolean history = !looked.history().unpushed().commits().isEmpty()
                || !looked.history().stashes().isEmpty();
        boolean onlyStaged = looked.tree().status().changes().stream()
                .anyMatch(change -> change.index() != '.' && change.tree() != '.');
        return (OF_NO_HISTORY.contains(code) && !history) || (code.equals("code.staged") && !onlyStaged);
    }

    private void safe() {
        List<String> untracked = safe(Unseen.Kept.NOTHING);
        if (!untracked.isEmpty()) {
            findings.add(Finding.warning(
                    "code.nested-repository-pushed",
                    Words.count(untracked.size(), "untracked folder") + are(untracked)
                            + ", of which Git keeps nothing here, not even where to clone it from"
                            + Words.names(untracked) + ".",
                    "git submodule add URL PATH, or add it to .gitignore"));
        }
        safe("ignored folder", ", with everything on a remote", safe(Unseen.Kept.IGNORED));
        safe("tracked folder", ", with every commit on a remote", safe(Unseen.Kept.FILES));
    }

    private List<String> safe(Unseen.Kept kept) {
        return safe.stream()
                .filter(nested -> nested.kept() == kept)
                .map(Unseen.Nested::path)
                .toList();
    }

    private void safe(String noun, String where, List<String> paths) {
        if (!paths.isEmpty()) {
            findings.add(Finding.info(
                    "code.nested-repository-pushed",
                    Words.count(paths.size(), noun) + are(paths) + where + Words.names(paths) + "."));
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
