package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.ShowText;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetChoice;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.UnknownSetException;
import io.github.ddevbak.upkeep.Catalogue;
import java.util.List;
import java.util.stream.Stream;

/** Shows all that is known of one set. */
final class ShowCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Show one set: its parts, databases, files, findings, and what was learnt of it since; what it"
                    + " survives, by the copies known now.";

    private static final String GLOBAL = "global/";

    private final Several<String> words = declaration.arguments(
            "PROJECT SET",
            "A project (its newest set), a project and a set, or a set alone where only one project has"
                    + " it. A set by its name, the beginning of it, a day, or latest. Those of ddev's own"
                    + " configuration are global/latest, global/20261122 and so on.");

    ShowCommand(DdevbakCommand root) {
        super(root, "show", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Catalogue catalogue = root.useCases.catalogue(configuration);
        SetSummary chosen = chosen(catalogue);
        StoredSet set = catalogue
                .whole(chosen)
                .orElseThrow(() -> new UnknownSetException("set " + chosen.id() + " of '" + chosen.project()
                        + "' was removed meanwhile. See all with 'ddevbak list'."));
        List<SetNote> notes = Stream.of(NoteKind.values())
                .flatMap(kind -> SetNotes.of(set, kind).stream())
                .toList();
        String survives = root.useCases.survival(configuration).now(chosen, set).word();
        if (console.json()) {
            console.document(Json.of(set.record(), notes)
                    .with("survivesNow", survives)
                    .with("folder", set.folder().toString())
                    .with("exitCode", ExitCode.OK.number()));
        } else {
            new ShowText(console.ink(), root.shell.clock().instant(), console.columns())
                    .of(set, notes, survives)
                    .forEach(console::line);
        }
        return ExitCode.OK.number();
    }

    private SetSummary chosen(Catalogue catalogue) {
        List<ProjectName> projects = catalogue.projects();
        List<String> names = projects.stream().map(ProjectName::text).toList();
        if (!words.given()) {
            throw new UsageException(
                    "say which set: 'ddevbak show PROJECT' shows its newest; see all with 'ddevbak" + " list'.");
        }
        if (words.all().size() > 2) {
            throw new UsageException("show takes a project and a set, and no more words than these.");
        }
        if (words.all().get(0).startsWith(GLOBAL) && words.all().size() == 1) {
            String wanted = words.all().get(0).substring(GLOBAL.length());
            return SetChoice.one(
                    wanted.isEmpty() ? "latest" : wanted, catalogue.global().sets(), "ddev's global configuration");
        }
        boolean project = names.contains(words.all().get(0));
        if (!project && words.all().size() == 2) {
            throw new UsageException("there is no set of a project named '"
                    + Printable.text(words.all().get(0)) + "'"
                    + NearMatch.hint(words.all().get(0), names) + " See all with 'ddevbak list'.");
        }
        List<ProjectName> whose = project ? List.of(new ProjectName(words.all().get(0))) : projects;
        String set = project
                ? (words.all().size() == 2 ? words.all().get(1) : "latest")
                : words.all().get(0);
        return SetChoice.one(
                set,
                catalogue.summaries(whose).sets(),
                project ? "'" + words.all().get(0) + "'" : "any project");
    }
}
