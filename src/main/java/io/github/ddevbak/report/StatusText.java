package io.github.ddevbak.report;

import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.upkeep.CopyPlace;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells how projects stand: a line for each, then what to do. Pure. */
public final class StatusText {
    private static final String INDENT = "         ";
    private static final int NAME = 16;
    private static final int WIDEST_NAME = 40;
    private static final int VERDICT = 17;
    private static final int SURVIVES = 10;
    private static final int AGE = 10;
    private static final String UNKNOWN = "status.unknown-to-ddev";

    /** Findings that the rows or one sentence for all projects tell. */
    private static final Set<String> SAID_OTHERWISE = Set.of("status.older-part", UNKNOWN);

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
            int name = width(shown);
            lines.add(ink.strong(padded("PROJECT", name) + padded("VERDICT", VERDICT) + padded("SURVIVES", SURVIVES)
                    + padded("AGE", AGE) + "CHECKED"));
            shown.forEach(project -> row(project, name, now, lines));
        }
        todo(shown, standings.findings(), lines);
        return lines;
    }

    private static boolean notGood(Standing project) {
        return project.judgement().verdict() != Verdict.RECOVERABLE || project.stale();
    }

    /** As wide as the longest name, as long as the row still fits; a longer name stands on a line of its own. */
    private int width(List<Standing> shown) {
        int longest =
                shown.stream().mapToInt(one -> one.project().length()).max().orElse(0);
        int rest = VERDICT + SURVIVES + AGE + "CHECKED".length();
        int most = columns == 0 ? WIDEST_NAME : Math.min(WIDEST_NAME, columns - rest);
        return Math.max(NAME, Math.min(longest + 1, most));
    }

    private void row(Standing project, int width, Instant now, List<String> lines) {
        String name = project.project();
        if (name.length() >= width) {
            lines.add(name);
            name = "";
        }
        String verdict = project.judgement().verdict().word();
        String survives = project.judgement().survives().word();
        String age = project.asOf()
                .map(then -> Sizes.age(Duration.between(then, now)))
                .orElse("-");
        String row = padded(name, width)
                + ink.word(verdict)
                + " ".repeat(VERDICT - verdict.length())
                + ink.word(survives)
                + " ".repeat(SURVIVES - survives.length());
        String learnt = SetWords.learnt(project.learnt(), now);
        String checked = learnt.isEmpty() && project.newest().isPresent() ? "never" : learnt;
        boolean fits = columns == 0 || width + VERDICT + SURVIVES + AGE + checked.length() <= columns;
        lines.add(checked.isEmpty() || !fits ? row + age : row + padded(age, AGE) + checked);
        String indent = " ".repeat(width);
        if (!fits) {
            lines.addAll(Layout.wrapped(checked, indent, indent, columns));
        }
        places(project, now).ifPresent(words -> lines.addAll(Layout.wrapped(words, indent, indent, columns)));
        parts(project, now).ifPresent(words -> lines.addAll(Layout.wrapped(words, indent, indent, columns)));
    }

    /** Where copies are, how old, and when they were last looked at; nothing where all is in the sets here. */
    private static Optional<String> places(Standing project, Instant now) {
        boolean onlySets =
                project.places().stream().allMatch(place -> place.seen().isEmpty());
        return onlySets
                ? Optional.empty()
                : Optional.of("copies: "
                        + project.places().stream()
                                .map(place -> place(place, now))
                                .collect(Collectors.joining("; ")));
    }

    private static String place(CopyPlace place, Instant now) {
        String checked = place.checked()
                .map(at -> (place.good() ? "read again " : "FOUND BAD ") + SetWords.ago(at, now))
                .orElse("never read again");
        return place.name() + (place.elsewhere() ? "" : " (this disk)") + " " + place.set() + ", made "
                + SetWords.ago(place.created(), now)
                + place.seen().map(at -> ", seen " + SetWords.ago(at, now)).orElse("") + ", " + checked;
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
                .filter(finding -> told(finding) && !SAID_OTHERWISE.contains(finding.code()))
                .forEach(finding -> tell(project.project(), finding, told)));
        unknown(shown).filter(this::told).ifPresent(finding -> tell("", finding, told));
        if (!quiet) {
            onlyHere(shown).ifPresent(finding -> tell("", finding, told));
        }
        if (!told.isEmpty()) {
            lines.add("");
            lines.add(ink.strong("What to do"));
            lines.addAll(told);
        }
    }

    /** One sentence for all projects whose copies are on this disk alone. */
    static Optional<Finding> onlyHere(List<Standing> shown) {
        String here = shown.stream()
                .filter(project -> project.judgement().survives() == Survives.MISTAKE)
                .map(Standing::project)
                .collect(Collectors.joining(", "));
        return here.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "status.only-here",
                        "a mistake is survived, but not the loss of this disk: " + here,
                        "Put the destination on another disk (--dest) or copy the sets off the machine ('ddevbak"
                                + " copy'), and push to a remote that is not on this disk."));
    }

    /** One sentence for all that ddev knows no more: on a new machine that is every project. */
    private static Optional<Finding> unknown(List<Standing> shown) {
        List<String> names = shown.stream()
                .filter(project ->
                        project.findings().stream().anyMatch(one -> one.code().equals(UNKNOWN)))
                .map(Standing::project)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.info(
                        UNKNOWN,
                        "ddev knows no " + (names.size() == 1 ? "project '" : "projects '") + String.join("', '", names)
                                + "' any more"));
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
