package io.github.ddevbak.notice;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.RunRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a run ended, for those who were not there. Pure.
 *
 * @param command what was asked for, such as {@code all}
 * @param exitCode what the shell is told
 * @param run the id of its record; empty where it has none
 * @param summary one line
 * @param details further lines: what is not good, and what to do
 * @param projects how each project stands, by name; empty where the run did not come to them
 * @param document what {@code --json} prints
 */
public record Outcome(
        String command,
        int exitCode,
        String run,
        String summary,
        List<String> details,
        Map<String, String> projects,
        String document) {
    /** Nothing was done, and it is to be tried again. */
    static final int LATER = 75;

    private static final int INTERRUPTED = 130;
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 400;

    private static final Map<Integer, String> MEANINGS = Map.of(
            0,
            "everything is good",
            1,
            "something could not be done",
            2,
            "wrong usage or configuration",
            3,
            "done, but something would be lost",
            4,
            "a stored set is not good",
            5,
            "a good copy is too old",
            10,
            "ddev, Docker or the destination cannot be used",
            11,
            "another run holds the lock",
            12,
            "the password or credentials of a repository are wrong",
            LATER,
            "nothing was done, to be tried again");

    public Outcome {
        command = Printable.text(command);
        summary = Printable.text(summary);
        details = details.stream()
                .map(Printable::text)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .limit(MOST_LINES)
                .toList();
        projects = Collections.unmodifiableMap(new LinkedHashMap<>(projects));
    }

    /**
     * Of a run that came to its projects.
     *
     * @param exitCode of the whole command; the record may have been written before it was known
     */
    public static Outcome of(RunRecord record, int exitCode, String document) {
        Map<String, String> projects = new LinkedHashMap<>();
        List<String> details = new ArrayList<>();
        record.findings().stream().filter(Outcome::grave).forEach(finding -> details.add(line("", finding)));
        for (RunProject project : record.projects()) {
            projects.put(project.project(), standing(project));
            project.parts().stream()
                    .flatMap(part -> part.findings().stream())
                    .filter(Outcome::grave)
                    .forEach(finding -> details.add(line(project.project() + ": ", finding)));
        }
        return new Outcome(
                record.command(), exitCode, record.id(), summary(record, exitCode), details, projects, document);
    }

    /** Of a run that did not come to any project. */
    public static Outcome notBegun(String command, int exitCode, String why, String document) {
        return new Outcome(
                command,
                exitCode,
                "",
                "ddevbak " + command + ": " + meaning(exitCode),
                List.of(why),
                Map.of(),
                document);
    }

    boolean interrupted() {
        return exitCode >= INTERRUPTED;
    }

    /** The summary and the details, for a person. */
    String text() {
        return summary + "\n" + details.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The same, with what changed: after what failed, of which few lines may be shown, and before what merely stands. */
    Outcome with(List<String> changes) {
        List<String> lines = new ArrayList<>();
        details.stream().filter(this::failure).forEach(lines::add);
        lines.addAll(changes);
        details.stream().filter(line -> !failure(line)).forEach(lines::add);
        return new Outcome(command, exitCode, run, summary, lines, projects, document);
    }

    private static String summary(RunRecord record, int exitCode) {
        int all = record.projects().size();
        List<String> bad = record.projects().stream()
                .filter(project -> !project.verdict().equals("recoverable"))
                .map(project -> project.project() + " " + project.verdict())
                .toList();
        String which = bad.isEmpty()
                ? ""
                : " (" + String.join(", ", bad.subList(0, Math.min(5, bad.size()))) + (bad.size() > 5 ? ", …" : "")
                        + ")";
        return "ddevbak " + record.command() + ": " + meaning(exitCode) + "; " + (all - bad.size()) + " of " + all
                + (all == 1 ? " project is" : " projects are") + " recoverable" + which;
    }

    private static String meaning(int exitCode) {
        return exitCode >= INTERRUPTED
                ? "interrupted"
                : MEANINGS.getOrDefault(exitCode, "ended with exit code " + exitCode);
    }

    private static String standing(RunProject project) {
        return project.verdict() + ", survives " + project.survives()
                + project.parts().stream().map(Outcome::standing).collect(Collectors.joining());
    }

    private static String standing(PartRecord part) {
        return ", " + part.part().word() + " " + part.state().word();
    }

    /** A run without a record tells nothing but why. */
    private boolean failure(String line) {
        return run.isEmpty() || line.startsWith(Severity.ERROR.word() + ": ");
    }

    private static boolean grave(Finding finding) {
        return finding.counts() && finding.severity().compareTo(Severity.LOSS) >= 0;
    }

    private static String line(String whose, Finding finding) {
        return finding.severity().word() + ": " + whose + finding.sentence()
                + (finding.hint().isEmpty() ? "" : " " + finding.hint());
    }
}
