package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.HtmlPage;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.AtomicFile;
import io.github.ddevbak.store.Reason;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.upkeep.Catalogue;
import io.github.ddevbak.upkeep.Standings;
import io.github.ddevbak.upkeep.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes one page of how all projects stand. */
final class ReportCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Make one HTML page of how each project stands, its sizes over time and what to do; no script, no"
                    + " network. Starts nothing; exits 0 when the page was made, whatever it tells ('status' has codes for"
                    + " that).";

    private final Single<Path> output =
            declaration.value(Path.class, "--output", "FILE", "Write the page here (default: stdout).");

    ReportCommand(DdevbakCommand root) {
        super(root, "report", SUMMARY);
    }

    @Override
    public Integer call() {
        if (root.options.json.given()) {
            throw new UsageException(
                    "report makes a page for people: leave out --json, or say 'ddevbak status --json'.");
        }
        Optional<Path> target = output.said()
                .map(file -> root.shell.workingDirectory().resolve(file).normalize());
        target.ifPresent(OutputFile::refuseNoFile);
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Standings standings = root.useCases
                .status(configuration)
                .look(new Status.Question(List.of(), configuration.folders(), configuration.parts(), Optional.empty()));
        String page = page(standings, root.useCases.catalogue(configuration));
        if (target.isEmpty()) {
            console.out().print(page);
            console.out().flush();
            return ExitCode.OK.number();
        }
        if (!root.options.dryRun.given()) {
            write(target.get(), page);
        }
        if (!console.quiet()) {
            console.error(told(standings, target.get()));
        }
        return ExitCode.OK.number();
    }

    private String page(Standings standings, Catalogue catalogue) {
        Map<String, List<SetSummary>> sets = catalogue.summaries(List.of()).sets().stream()
                .filter(set -> !set.safetyCopy())
                .collect(Collectors.groupingBy(set -> set.project().text()));
        return new HtmlPage(standings, sets, root.clock.instant())
                .of(catalogue.folder().toString(), Version.text());
    }

    private String told(Standings standings, Path file) {
        long recoverable = standings.projects().stream()
                .filter(one -> one.judgement().verdict() == Verdict.RECOVERABLE)
                .count();
        return "ddevbak: the report " + (root.options.dryRun.given() ? "would be" : "is") + " in "
                + Printable.text(file.toString()) + ": " + recoverable + " of "
                + standings.projects().size() + " projects recoverable.";
    }

    private static void write(Path file, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.US_ASCII);
        try {
            if (OutputFile.stream(file)) {
                Files.write(file, bytes);
            } else {
                AtomicFile.write(OutputFile.behindLinks(file), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report could not be written to " + Printable.text(file.toString())
                            + ": " + Reason.of(e)
                            + ". Make room or name another file with --output.",
                    e);
        }
    }
}
