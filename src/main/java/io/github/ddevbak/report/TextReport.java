package io.github.ddevbak.report;

import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.settings.Acceptances;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells a run to a person: a line per project and part as it goes, then the summary and what to do. */
public final class TextReport implements Listener {
    /** Under the words of severity. */
    private static final String INDENT = " ".repeat(9);

    private final PrintStream lines;
    private final PrintStream errors;
    private final Progress progress;
    private final Ink ink;
    private final boolean quiet;
    private final int columns;

    /**
     * @param lines where the lines of the parts go
     * @param errors where warnings about the run go as they come
     * @param quiet true: only what is not good
     * @param columns of the terminal that the lines go to; 0 where they go to none
     */
    public TextReport(PrintStream lines, PrintStream errors, Progress progress, Ink ink, boolean quiet, int columns) {
        this.lines = lines;
        this.errors = errors;
        this.progress = progress;
        this.ink = ink;
        this.quiet = quiet;
        this.columns = columns;
    }

    @Override
    public void working(String project, String what) {
        progress.working(project, what);
    }

    @Override
    public void bytes(long soFar) {
        progress.bytes(soFar);
    }

    @Override
    public void files(String project, String what, long files, long ofFiles, long bytes, long ofBytes) {
        progress.files(project, what, files, ofFiles, bytes, ofBytes);
    }

    @Override
    public void part(Project project, PartRecord outcome) {
        boolean fine = outcome.state() == PartState.OK || outcome.state() == PartState.NONE;
        if (!(quiet && fine)) {
            String first = padded(project.name().text(), 16)
                    + padded(outcome.part().word(), 9)
                    + ink.word(outcome.state().word())
                    + " ".repeat(Math.max(1, 9 - outcome.state().word().length()));
            Layout.wrapped(PartWords.of(outcome), first, " ".repeat(34), columns)
                    .forEach(line -> progress.print(lines, line));
        }
    }

    @Override
    public void told(String project, Finding finding) {
        if (finding.severity() == Severity.INFO || (quiet && finding.severity() == Severity.WARNING)) {
            return;
        }
        progress.print(errors, "ddevbak: " + finding.severity().word() + ": " + finding.sentence());
    }

    @Override
    public void project(ProjectResult result) {
        progress.clear();
    }

    /** The summary of a run; where sets were made, {@code destination} says where. */
    public void summary(RunResult result, boolean sets, Path destination) {
        progress.clear();
        if (!quiet && sets && !result.projects().isEmpty()) {
            lines.println();
            lines.println(ink.strong(padded("PROJECT", 16) + padded("VERDICT", 17) + padded("SURVIVES", 10)
                    + padded("SIZE", 10) + padded("TIME", 10) + "SET"));
            for (ProjectResult project : result.projects()) {
                lines.println(row(project));
            }
            long bytes = result.projects().stream()
                    .flatMap(p -> p.set().stream())
                    .mapToLong(s -> s.record().bytes())
                    .sum();
            Duration took = Duration.between(result.started(), result.ended());
            lines.println(result.projects().size() + (result.projects().size() == 1 ? " project" : " projects") + ", "
                    + Sizes.bytes(bytes) + " in " + destination + ", " + Sizes.took(took));
        }
        todo(result, sets);
        accepted(result);
        if (result.cancelled()) {
            lines.println("Cancelled: projects were put back as found; what was not finished was not kept.");
        }
        lines.flush();
    }

    private String row(ProjectResult project) {
        String verdict = project.judgement().verdict().word();
        String survives = project.judgement().survives().word();
        return padded(project.project().name().text(), 16)
                + ink.word(verdict)
                + " ".repeat(17 - verdict.length())
                + ink.word(survives)
                + " ".repeat(10 - survives.length())
                + padded(project.set().map(s -> Sizes.bytes(s.record().bytes())).orElse("-"), 10)
                + padded(Sizes.took(project.took()), 10)
                + project.set().map(StoredSet::id).orElse("none");
    }

    private void todo(RunResult result, boolean sets) {
        Set<String> todo = new LinkedHashSet<>();
        for (ProjectFinding each : result.findings()) {
            add(todo, each.project(), each.finding());
        }
        for (ProjectResult project : result.projects()) {
            for (PartRecord part : project.parts()) {
                part.findings()
                        .forEach(finding -> add(todo, project.project().name().text(), finding));
            }
        }
        List<String> onlyHere = new ArrayList<>();
        for (ProjectResult project : result.projects()) {
            if (sets && project.judgement().survives() == Survives.MISTAKE) {
                onlyHere.add(project.project().name() + " ("
                        + String.join(", ", project.judgement().onlyHere()) + ")");
            }
        }
        if (!onlyHere.isEmpty() && !quiet) {
            todo.add(advice(
                    Severity.WARNING,
                    "survives a mistake, but not the loss of this disk: " + String.join("; ", onlyHere),
                    "Put the destination on another disk (--dest) or copy the sets off the machine ('ddevbak copy'),"
                            + " and push to a remote that is not on this disk."));
        }
        if (!todo.isEmpty()) {
            lines.println();
            lines.println(ink.strong("What to do"));
            todo.forEach(lines::println);
        }
    }

    /** What a person decided to live with is told, so that nobody takes it for saved. */
    private void accepted(RunResult result) {
        List<String> accepted = new ArrayList<>();
        for (ProjectResult project : result.projects()) {
            for (PartRecord part : project.parts()) {
                part.findings().stream()
                        .filter(finding -> !finding.counts() || finding.code().equals(Acceptances.UNUSED))
                        .map(finding -> ink.strong(project.project().name().text()) + ": " + finding.sentence()
                                + (finding.counts() ? "" : " Because: " + finding.accepted()))
                        .forEach(told -> accepted.addAll(Layout.wrapped(told, INDENT, INDENT, columns)));
            }
        }
        if (!accepted.isEmpty() && !quiet) {
            lines.println();
            lines.println(ink.strong("Accepted"));
            accepted.forEach(lines::println);
        }
    }

    private void add(Set<String> todo, String project, Finding finding) {
        boolean shown = NotGood.is(finding) || (!quiet && finding.counts() && finding.severity() == Severity.WARNING);
        if (shown) {
            String named = project.isEmpty() ? "" : ink.strong(Printable.text(project)) + ": ";
            todo.add(advice(finding.severity(), named + finding.sentence(), finding.hint()));
        }
    }

    /** A hint is never broken: it may be a command that is copied. */
    private String advice(Severity severity, String sentence, String hint) {
        String word = severity.word();
        String first = ink.word(word) + " ".repeat(INDENT.length() - word.length());
        return String.join("\n", Layout.wrapped(sentence, first, INDENT, columns))
                + (hint.isEmpty() ? "" : "\n" + INDENT + "→ " + hint);
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
