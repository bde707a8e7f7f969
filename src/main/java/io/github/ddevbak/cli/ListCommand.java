package io.github.ddevbak.cli;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.ListText;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.Summaries;
import io.github.ddevbak.upkeep.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the sets there are. */
@Command(name = "list", description = ListCommand.SUMMARY)
final class ListCommand implements Callable<Integer> {
    /** What the help says of it. */
    static final String SUMMARY =
            "List the sets, by project and newest first. What a set survives is told in JSON as it was when it"
                    + " was sealed; show and status tell it by the copies known now.";

    private final DdevbakCommand root;

    @Parameters(paramLabel = "PROJECT", description = "Only sets of these projects.")
    List<String> names = new ArrayList<>();

    @Option(names = "--remote", description = "List the copies in repositories off this machine.")
    boolean remote;

    @Option(names = "--host", paramLabel = "NAME", description = "With --remote: only copies from that machine.")
    @Nullable
    String host;

    @Mixin
    Repositories repositories = new Repositories();

    ListCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        if (remote) {
            return new RemoteTold(console, root.clock)
                    .list(
                            root.useCases
                                    .remotes(configuration)
                                    .list(repositories.of(root.shell, configuration.copy()), Optional.ofNullable(host)),
                            names)
                    .number();
        }
        root.useCases.tidy(configuration, console.listener());
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
            console.line(new ListText(console.ink(), console.columns()).of(found.sets(), root.clock.instant()));
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
}
