package io.github.ddevbak.report;

import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.report.GitCheckGroups.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells what git said of many projects: what would be lost first, then warnings, then all that is good, briefly. */
public final class GitCheckText {
    private final Ink ink;
    private final boolean quiet;
    private final boolean verbose;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    /**
     * A teller in that form.
     *
     * @param quiet true: only what is not good
     * @param verbose true: infos too
     * @param columns of the terminal; 0 where it is none, and nothing is broken or set side by side
     */
    public GitCheckText(Ink ink, boolean quiet, boolean verbose, int columns) {
        this.ink = ink;
        this.quiet = quiet;
        this.verbose = verbose;
        this.columns = columns;
    }

    /** The lines of a result. */
    public List<String> of(RunResult result) {
        lines.clear();
        GitCheckGroups groups = GitCheckGroups.of(result);
        groups.losing().forEach(this::block);
        groups.unseen().forEach(this::block);
        groups.warned().stream()
                .filter(block -> block.findings().stream().anyMatch(this::shown))
                .forEach(this::block);
        if (!quiet) {
            clean(groups.clean());
            accepted(groups.accepted());
            summary(groups);
        }
        if (result.cancelled()) {
            apart();
            lines.add("Cancelled: not every project was looked at.");
        }
        return List.copyOf(lines);
    }

    private void block(Block block) {
        apart();
        String name = block.name().isEmpty() ? "ddev" : Printable.text(block.name());
        lines.add(ink.strong(name)
                + (block.verdict().isEmpty() ? "" : "  " + ink.word(block.verdict()))
                + (block.asOf().isEmpty() ? "" : ", as of " + block.asOf()));
        block.findings().stream()
                .filter(this::shown)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(this::finding);
    }

    private boolean shown(Finding finding) {
        return quiet
                ? NotGood.is(finding)
                : finding.severity().compareTo(verbose ? Severity.INFO : Severity.WARNING) >= 0;
    }

    /** A hint is never broken: it may be a command that is copied. */
    private void finding(Finding finding) {
        String word =
                finding.severity() == Severity.LOSS ? "" : finding.severity().word() + ": ";
        List<String> sentence = Layout.wrapped(word + finding.sentence(), "  ", "  ", columns);
        lines.add(
                word.isEmpty()
                        ? sentence.get(0)
                        : sentence.get(0)
                                .replaceFirst(word, ink.word(finding.severity().word()) + ": "));
        lines.addAll(sentence.subList(1, sentence.size()));
        if (!finding.hint().isEmpty()) {
            lines.add("    → " + finding.hint());
        }
    }

    private void clean(List<Block> clean) {
        if (clean.isEmpty()) {
            return;
        }
        apart();
        String known = "all of it is on a remote, as of ";
        String asOf = clean.stream().allMatch(Block::asked) ? "now" : "the last fetch";
        if (clean.size() == 1) {
            Block only = clean.get(0);
            lines.add(ink.strong(only.name()) + ": "
                    + ink.good(known + (only.asOf().isEmpty() ? asOf : only.asOf())) + ".");
        } else {
            lines.add(ink.strong(clean.size() + " projects") + ": " + ink.good(known + asOf) + ":");
            lines.addAll(
                    Layout.sideBySide(clean.stream().map(GitCheckText::cell).toList(), "  ", columns));
        }
        if (verbose) {
            clean.stream().filter(block -> !block.findings().isEmpty()).forEach(this::block);
        }
    }

    private static String cell(Block block) {
        return block.name() + (block.age().isEmpty() ? "" : " (" + block.age() + ")");
    }

    private void accepted(List<Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        apart();
        lines.add(ink.strong("Accepted"));
        for (Block block : blocks) {
            for (Finding finding : block.accepted()) {
                String because = finding.counts() ? "" : " Because: " + finding.accepted();
                lines.addAll(Layout.wrapped(block.name() + ": " + finding.sentence() + because, "  ", "    ", columns));
            }
        }
    }

    private void summary(GitCheckGroups groups) {
        int projects = groups.projects();
        if (projects < 2) {
            return;
        }
        List<String> counts = new ArrayList<>();
        count(counts, groups.losing(), "would lose something");
        count(counts, groups.unseen(), "could not be looked at");
        count(counts, groups.warned(), "with a warning");
        count(counts, groups.excused(), "with nothing but accepted losses");
        count(counts, groups.clean(), "good");
        apart();
        lines.addAll(Layout.wrapped(projects + " projects: " + String.join(", ", counts) + ".", "", "  ", columns));
    }

    private static void count(List<String> counts, List<Block> group, String what) {
        long number = group.stream().filter(block -> !block.verdict().isEmpty()).count();
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }

    private void apart() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }
}
