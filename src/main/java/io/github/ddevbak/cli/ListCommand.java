package io.github.ddevbak.cli;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.SetWords;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.Summaries;
import io.github.ddevbak.upkeep.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the sets there are. */
@Command(name = "list", description = "List the sets, by project and newest first.")
final class ListCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    @Parameters(paramLabel = "PROJECT", description = "Only sets of these projects.")
    List<String> names = new ArrayList<>();

    ListCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        root.useCases.backups(configuration, console.progress()::bytes).tidy(console.listener());
        Catalogue catalogue = root.useCases.catalogue(configuration);
        Summaries found = catalogue.summaries(names.isEmpty() ? List.of() : chosen(catalogue.projects()));
        if (console.json()) {
            console.document(Json.document("list")
                    .with("exitCode", ExitCode.OK.number())
                    .with("destination", catalogue.folder().toString())
                    .with("sets", found.sets().stream().map(SetFields::of).toList())
                    .with("findings", Json.findings(found.broken())));
            return ExitCode.OK.number();
        }
        if (found.sets().isEmpty()) {
            console.error(
                    "No sets in " + Printable.text(catalogue.folder().toString()) + ". Make some with 'ddevbak all'.");
        } else {
            print(console, found.sets());
        }
        found.broken().forEach(f -> console.error("ddevbak: warning: " + f.sentence() + " " + f.hint()));
        return ExitCode.OK.number();
    }

    private List<ProjectName> chosen(List<ProjectName> known) {
        List<String> texts = known.stream().map(ProjectName::text).toList();
        for (String name : names) {
            if (!texts.contains(name)) {
                throw new UsageException("there is no set of a project named '" + Printable.text(name) + "'"
                        + NearMatch.hint(name, texts) + " See all with 'ddevbak list'.");
            }
        }
        return known.stream().filter(project -> names.contains(project.text())).toList();
    }

    /** One block of text for each project: a stream that is flushed with each line would be the slowest part of it. */
    private void print(Console console, List<SetSummary> sets) {
        Instant now = root.clock.instant();
        StringBuilder text = new StringBuilder(console.ink().strong(row("PROJECT", "SET", "AGE", "SIZE") + "VERDICT"));
        for (SetSummary set : sets) {
            text.append(System.lineSeparator())
                    .append(row(
                            set.project().text(),
                            set.id(),
                            Sizes.age(Duration.between(set.figures().created(), now)),
                            Sizes.bytes(set.figures().bytes())))
                    .append(console.ink().word(set.figures().verdict()));
            String more = Stream.of(SetWords.notGood(set), SetWords.learnt(set.learnt(), now))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("; "));
            if (!more.isEmpty()) {
                text.append(System.lineSeparator()).append("    ").append(more);
            }
        }
        console.line(text.toString());
    }

    private static String row(String project, String set, String age, String size) {
        return padded(project, 16) + padded(set, 27) + padded(age, 9) + padded(size, 9);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
