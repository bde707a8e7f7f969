package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.ListText;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.Summaries;
import io.github.ddevbak.upkeep.Catalogue;
import java.util.List;

/** Lists the sets there are. */
final class ListCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "List the sets, by project and newest first. What a set survives is told in JSON as it was when it"
                    + " was sealed; show and status tell it by the copies known now.";

    private final Several<String> names = declaration.arguments("PROJECT", "Only sets of these projects.");

    private final Flag remote = declaration.flag("--remote", "List the copies in repositories off this machine.");

    private final Single<String> host =
            declaration.text("--host", "NAME", "With --remote: only copies from that machine.");

    private final Repositories repositories = new Repositories(declaration);

    ListCommand(DdevbakCommand root) {
        super(root, "list", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        if (remote.given()) {
            return new RemoteTold(console, root.clock)
                    .list(
                            root.useCases
                                    .remotes(configuration)
                                    .list(
                                            repositories.of(root.shell, configuration.copy()),
                                            host.said(),
                                            new RemoteProgress(console, root.clock)),
                            names.all())
                    .number();
        }
        root.useCases.tidy(configuration, console.listener());
        Catalogue catalogue = root.useCases.catalogue(configuration);
        Summaries found = catalogue.summaries(names.given() ? chosen(catalogue.projects()) : List.of());
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
        for (String name : names.all()) {
            if (!texts.contains(name)) {
                throw new UsageException("there is no set of a project named '" + Printable.text(name) + "'"
                        + NearMatch.hint(name, texts) + " See all with 'ddevbak list'.");
            }
        }
        return known.stream()
                .filter(project -> names.all().contains(project.text()))
                .toList();
    }
}
