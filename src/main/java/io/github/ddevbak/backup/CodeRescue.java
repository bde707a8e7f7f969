package io.github.ddevbak.backup;

import io.github.ddevbak.files.Archive;
import io.github.ddevbak.files.ProjectTree;
import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.git.GitReport;
import io.github.ddevbak.git.GitRescue;
import io.github.ddevbak.git.PreciousFiles;
import io.github.ddevbak.git.Rescued;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Puts into the set what git said would be lost. */
final class CodeRescue {
    /** The archive's name. */
    static final String ARCHIVE = "untracked.tar.gz";

    private static final String NOWHERE = "code.no-repository";

    private final GitRescue git;
    private final BooleanSupplier cancelled;

    CodeRescue(GitRescue git, BooleanSupplier cancelled) {
        this.git = git;
        this.cancelled = cancelled;
    }

    /**
     * What came of it.
     *
     * @param findings those of the report, those whose loss is in the set as warnings, and what was left out
     * @param facts for each repository with something in the set, what its restore needs
     * @param selfContained whether no remote is needed to get everything back
     */
    record Saved(List<Finding> findings, List<Map<String, Object>> facts, boolean selfContained) {
        Saved {
            findings = List.copyOf(findings);
            facts = List.copyOf(facts);
        }
    }

    /** What one project's rescue gathers. */
    private static final class Gathered {
        private final List<Rescued> rescued = new ArrayList<>();
        private final List<Map<String, Object>> facts = new ArrayList<>();
        private final List<Rescued.LeftOut> leftOut = new ArrayList<>();
        private long left;

        Gathered(long limit) {
            left = limit;
        }
    }

    /**
     * Saves the losses of the report; where there is none, nothing is written.
     *
     * @param target the folder of the code in the set
     * @param scratch a folder that is not there, and is not afterwards
     * @param limit the most bytes
     * @throws IOException where the set cannot be written
     */
    Saved save(Project project, GitReport report, Path target, Path scratch, long limit) throws IOException {
        boolean lost = report.findings().stream().anyMatch(finding -> finding.severity() == Severity.LOSS);
        if (!lost) {
            return new Saved(report.findings(), List.of(), false);
        }
        Gathered gathered = new Gathered(limit);
        gathered.rescued.addAll(git.rescue(report, project.approot(), target, scratch, limit));
        gathered.rescued.forEach(each -> gathered.left -= each.bytes());
        for (Rescued each : gathered.rescued) {
            archived(each, target, gathered);
        }
        if (report.findings().stream().anyMatch(finding -> finding.code().equals(NOWHERE))) {
            withoutRepository(project, target, gathered);
        }
        boolean selfContained = gathered.rescued.stream().allMatch(each -> !each.bundle() || each.whole())
                && gathered.rescued.stream().anyMatch(Rescued::bundle);
        return new Saved(told(report, gathered), gathered.facts, selfContained);
    }

    private void archived(Rescued each, Path target, Gathered gathered) throws IOException {
        Path file = target.resolve(each.folder()).resolve(ARCHIVE);
        Archive.Archived archived =
                Archive.write(each.top(), each.names(), file, Math.max(0, gathered.left), cancelled);
        gathered.left -= archived.bytes();
        gathered.leftOut.addAll(each.leftOut());
        archived.leftOut().forEach(words -> gathered.leftOut.add(new Rescued.LeftOut(Rescued.Kind.FILES, words)));
        if (each.bundle() || each.patch() || each.staged() || each.contents() > 0 || archived.files() > 0) {
            gathered.facts.add(facts(each, archived.files()));
        }
    }

    private static Map<String, Object> facts(Rescued each, int files) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", each.place());
        facts.put("folder", each.folder().isEmpty() ? "code" : "code/" + each.folder());
        facts.put("linked", each.linked());
        facts.put("within", each.within());
        facts.put("toplevel", each.top().toString());
        facts.put("base", each.base());
        facts.put("branch", each.branch());
        facts.put("remotes", each.remotes());
        facts.put("operations", each.operations());
        facts.put("bundle", each.bundle());
        facts.put("selfContained", each.whole());
        facts.put("refs", (long) each.refs());
        facts.put(
                "stashes",
                each.stashes().stream()
                        .map(stash -> Map.<String, Object>of("commit", stash.getKey(), "message", stash.getValue()))
                        .toList());
        facts.put("patch", each.patch());
        facts.put("staged", each.staged());
        facts.put("contents", (long) each.contents());
        facts.put("files", (long) files);
        return facts;
    }

    /** No repository holds the project's files: they are in nobody's hands. */
    private void withoutRepository(Project project, Path target, Gathered gathered) throws IOException {
        ProjectTree.Found found = ProjectTree.of(project.approot(), UploadDirs.of(project));
        List<byte[]> names = found.names().stream()
                .filter(name -> ofProject(project, new String(name, StandardCharsets.UTF_8)))
                .toList();
        Archive.Archived archived =
                Archive.write(project.approot(), names, target.resolve(ARCHIVE), Math.max(0, gathered.left), cancelled);
        gathered.left -= archived.bytes();
        archived.leftOut().forEach(words -> gathered.leftOut.add(new Rescued.LeftOut(Rescued.Kind.FILES, words)));
        found.unreadable()
                .forEach(folder ->
                        gathered.leftOut.add(new Rescued.LeftOut(Rescued.Kind.FILES, folder + " (it cannot be read)")));
        if (archived.files() > 0) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("place", "");
            facts.put("folder", "code");
            facts.put("toplevel", project.approot().toString());
            facts.put("files", (long) archived.files());
            gathered.facts.add(facts);
        }
    }

    private static boolean ofProject(Project project, String name) {
        return !name.startsWith(".ddev/") || PreciousFiles.wanted(project.approot(), name);
    }

    private static List<Finding> told(GitReport report, Gathered gathered) {
        Rescuable rescuable = new Rescuable(report.about(), gathered.rescued, gathered.leftOut);
        List<Finding> told = new ArrayList<>();
        for (Finding finding : report.findings()) {
            told.add(
                    finding.severity() == Severity.LOSS && rescuable.inSet(finding)
                            ? Finding.warning(finding.code(), saved(finding.sentence()), finding.hint())
                            : finding);
        }
        if (!gathered.leftOut.isEmpty()) {
            told.add(leftOut(gathered.leftOut));
        }
        return told;
    }

    private static String saved(String sentence) {
        String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open + "; saved in the set.";
    }

    private static Finding leftOut(List<Rescued.LeftOut> leftOut) {
        List<String> words =
                leftOut.stream().map(Rescued.LeftOut::words).distinct().toList();
        String more = words.size() > 10 ? " and " + (words.size() - 10) + " more" : "";
        return Finding.loss(
                "code.rescue-left-out",
                words.size() + (words.size() == 1 ? " thing is" : " things are") + " not in the set: "
                        + String.join(", ", words.subList(0, Math.min(10, words.size()))) + more + ".",
                "allow more with --rescue-max 2G, make it readable, or commit and push it");
    }
}
