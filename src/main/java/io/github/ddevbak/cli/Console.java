package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.report.GitCheckText;
import io.github.ddevbak.report.Ink;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Progress;
import io.github.ddevbak.report.ProgressOnly;
import io.github.ddevbak.report.StatusText;
import io.github.ddevbak.report.TextReport;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.upkeep.Standings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/** What a command tells through: text or JSON, with or without colour and progress, as the options and streams say. */
public final class Console {
    private final Shell shell;
    private final boolean json;
    private final boolean quiet;
    private final boolean verbose;
    private final Ink ink;
    private final Progress progress;
    private final TextReport report;

    Console(Shell shell, GlobalOptions options) {
        this.shell = shell;
        this.json = options.json.given();
        this.quiet = options.quiet.given();
        this.verbose = options.verbose.given();
        this.ink = coloured(shell, options) ? Ink.COLOUR : Ink.PLAIN;
        this.progress = new Progress(shell.err(), progressing(shell, options), shell.columns(), shell.clock());
        this.report = new TextReport(
                json ? shell.err() : shell.out(),
                shell.err(),
                progress,
                ink,
                options.quiet.given() || json,
                json ? 0 : columns());
    }

    private static boolean coloured(Shell shell, GlobalOptions options) {
        return switch (options.color.or(GlobalOptions.When.auto)) {
            case always -> true;
            case never -> false;
            case auto ->
                shell.outTerminal()
                        && shell.variable("NO_COLOR").isEmpty()
                        && !shell.variable("TERM").equals("dumb");
        };
    }

    private static boolean progressing(Shell shell, GlobalOptions options) {
        return switch (options.progress.or(GlobalOptions.When.auto)) {
            case always -> true;
            case never -> false;
            case auto ->
                shell.errTerminal()
                        && !options.quiet.given()
                        && !shell.variable("TERM").equals("dumb");
        };
    }

    Listener listener() {
        return report;
    }

    /** Hears of a command whose result is told as a whole at its end. */
    Listener progressOnly() {
        return new ProgressOnly(report);
    }

    /** Tells what git said. */
    void gitCheck(RunResult result, RunRecord record) {
        progress.clear();
        if (json) {
            document(Json.of(record).with("schema", "ddevbak/git-check/1"));
        } else {
            new GitCheckText(ink, quiet, verbose, columns()).of(result).forEach(this::line);
        }
    }

    /** Tells how projects stand. */
    void status(Standings standings, Instant now) {
        int columns = shell.outTerminal() ? shell.columns() : 0;
        new StatusText(ink, quiet, columns).of(standings, now).forEach(this::line);
    }

    Progress progress() {
        return progress;
    }

    Ink ink() {
        return ink;
    }

    boolean json() {
        return json;
    }

    void line(String text) {
        progress.clear();
        shell.out().println(text);
    }

    /** A line of the result, beside the one document where there is one. */
    void aside(String text) {
        if (json) {
            error(text);
        } else {
            line(text);
        }
    }

    void error(String text) {
        progress.clear();
        shell.err().println(text);
    }

    /** What did not go as asked, with what to do. */
    void tell(Finding finding) {
        error("ddevbak: " + finding.severity().word() + ": " + finding.sentence()
                + (finding.hint().isEmpty() ? "" : " " + finding.hint()));
    }

    /** Standard output, for a result that is written as it goes. */
    PrintStream out() {
        progress.clear();
        return shell.out();
    }

    /** How wide the terminal is that the result is shown on; 0 where it is none. */
    int columns() {
        return shell.outTerminal() ? shell.columns() : 0;
    }

    boolean quiet() {
        return quiet;
    }

    /** A whole text that is the result: as it is, or in the document of that name. */
    void text(String name, String text) {
        if (json) {
            document(Json.document(name).with("exitCode", ExitCode.OK.number()).with("text", text));
        } else {
            out().print(text);
        }
    }

    void document(Json document) {
        progress.clear();
        shell.out().println(document.text());
    }

    /** Tells the result of a run; {@code schema} names its JSON document. */
    void run(RunResult result, RunRecord record, String schema, boolean sets, Path destination) {
        progress.clear();
        if (json) {
            document(Json.of(record).with("schema", "ddevbak/" + schema + "/1"));
        } else {
            report.summary(result, sets, destination);
        }
    }
}
