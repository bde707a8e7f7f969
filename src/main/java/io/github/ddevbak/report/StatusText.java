package io.github.ddevbak.report;

import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how projects stand: a line for each, then what to do. Pure. */
public final class StatusText {
    private static final String INDENT = "         ";

    private final Ink ink;
    private final boolean quiet;
    private final int columns;

    /**
     * @param quiet true: only what is not good
     * @param columns of the terminal; 0: sentences stay on one line
     */
    public StatusText(Ink ink, boolean quiet, int columns) {
        this.ink = ink;
        this.quiet = quiet;
        this.columns = columns;
    }

    public List<String> of(Standings standings, Instant now) {
        List<Standing> shown = standings.projects().stream()
                .filter(project -> !quiet || notGood(project))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.add(ink.strong(padded("PROJECT", 16) + padded("VERDICT", 17) + padded("SURVIVES", 10)
                    + padded("AGE", 10) + "CHECKED"));
            shown.forEach(project -> row(project, now, lines));
        }
        todo(shown, standings.findings(), lines);
        return lines;
    }

    private static boolean notGood(Standing project) {
        return project.judgement().verdict() != Verdict.RECOVERABLE || project.stale();
    }

    private void row(Standing project, Instant now, List<String> lines) {
        String name = project.project();
        if (name.length() > 15) {
            lines.add(name);
            name = "";
        }
        String verdict = project.judgement().verdict().word();
        String survives = project.judgement().survives().word();
        String age = project.asOf()
                .map(then -> Sizes.age(Duration.between(then, now)))
                .orElse("-");
        String learnt = SetWords.learnt(project.learnt(), now);
        lines.add((padded(name, 16)
                        + ink.word(verdict)
                        + " ".repeat(17 - verdict.length())
                        + ink.word(survives)
                        + " ".repeat(10 - survives.length())
                        + padded(age, 10)
                        + (learnt.isEmpty() && project.newest().isPresent() ? "never" : ""))
                .stripTrailing());
        if (!learnt.isEmpty()) {
            String last = lines.remove(lines.size() - 1);
            boolean fits = columns == 0 || 53 + learnt.length() <= columns;
            lines.add(fits ? last + " ".repeat(Math.max(1, 10 - age.length())) + learnt : last);
            if (!fits) {
                lines.addAll(Layout.wrapped(learnt, " ".repeat(16), " ".repeat(16), columns));
            }
        }
        parts(project, now)
                .ifPresent(words -> lines.addAll(Layout.wrapped(words, " ".repeat(16), " ".repeat(16), columns)));
    }

    /** The parts, each with its copy, where they do not all come from the newest set. */
    private static Optional<String> parts(Standing project, Instant now) {
        boolean same = project.parts().stream().allMatch(part -> part.good().equals(project.newest()));
        return same || project.newest().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        project.parts().stream().map(part -> part(part, now)).collect(Collectors.joining(", ")));
    }

    private static String part(PartEvidence part, Instant now) {
        return part.part().word() + " " + part.state().word()
                + part.good()
                        .map(set -> " (good: " + SetWords.ago(set.figures().created(), now) + ")")
                        .orElse(" (no good copy)");
    }

    private void todo(List<Standing> shown, List<Finding> findings, List<String> lines) {
        List<String> told = new ArrayList<>();
        findings.stream().filter(this::told).forEach(finding -> tell("", finding, told));
        shown.forEach(project -> project.findings().stream()
                .filter(finding -> told(finding) && !finding.code().equals("status.older-part"))
                .forEach(finding -> tell(project.project(), finding, told)));
        String here = shown.stream()
                .filter(project -> project.judgement().survives() == Survives.MISTAKE)
                .map(Standing::project)
                .collect(Collectors.joining(", "));
        if (!here.isEmpty() && !quiet) {
            tell(
                    "",
                    Finding.warning(
                            "status.only-here",
                            "a mistake is survived, but not the loss of this disk: " + here,
                            "Put the destination on another disk (--dest), and push to a remote that is not on this"
                                    + " one."),
                    told);
        }
        if (!told.isEmpty()) {
            lines.add("");
            lines.add(ink.strong("What to do"));
            lines.addAll(told);
        }
    }

    private boolean told(Finding finding) {
        return NotGood.is(finding) || finding.severity() == Severity.WARNING || !quiet;
    }

    private void tell(String project, Finding finding, List<String> lines) {
        String word = finding.severity().word();
        String about = project.isEmpty() || finding.sentence().contains(project) ? "" : ink.strong(project) + ": ";
        lines.addAll(Layout.wrapped(
                about + finding.sentence(), ink.word(word) + " ".repeat(9 - word.length()), INDENT, columns));
        if (!finding.hint().isEmpty()) {
            lines.addAll(Layout.wrapped(finding.hint(), INDENT + "→ ", INDENT + "  ", columns));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
