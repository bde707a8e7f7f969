package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.upkeep.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        List<StoredSet> sets = catalogue.sets(chosen(catalogue.projects()));
        List<Finding> oddities = catalogue.oddities();
        if (console.json()) {
            console.document(Json.document("list")
                    .with("exitCode", ExitCode.OK.number())
                    .with("destination", catalogue.folder().toString())
                    .with("sets", sets.stream().map(ListCommand::fields).toList())
                    .with("findings", Json.findings(oddities)));
            return ExitCode.OK.number();
        }
        if (sets.isEmpty()) {
            console.error(
                    "No sets in " + Printable.text(catalogue.folder().toString()) + ". Make some with 'ddevbak all'.");
        } else {
            print(console, sets);
        }
        oddities.forEach(f -> console.error("ddevbak: warning: " + f.sentence() + " " + f.hint()));
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
        return known.stream()
                .filter(project -> names.isEmpty() || names.contains(project.text()))
                .toList();
    }

    private void print(Console console, List<StoredSet> sets) {
        console.line(console.ink()
                .strong(String.format(
                        "%-16s %-28s %-9s %-9s %-16s %s", "PROJECT", "SET", "AGE", "SIZE", "VERDICT", "PARTS")));
        for (StoredSet set : sets) {
            Duration age = Duration.between(set.record().created(), root.clock.instant());
            console.line(String.format(
                            "%-16s %-28s %-9s %-9s ",
                            set.project().text(),
                            set.id(),
                            Sizes.age(age),
                            Sizes.bytes(set.record().bytes()))
                    + console.ink().word(set.record().verdict())
                    + " ".repeat(Math.max(1, 17 - set.record().verdict().length()))
                    + parts(set));
        }
    }

    private static String parts(StoredSet set) {
        return set.record().parts().stream()
                .filter(p -> !p.state().word().equals("skipped"))
                .map(p -> p.part().word() + " " + p.state().word())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> fields(StoredSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", set.project().text());
        fields.put("set", set.id());
        fields.put("created", set.record().created().toString());
        fields.put("folder", set.folder().toString());
        fields.put("bytes", set.record().bytes());
        fields.put("newBytes", set.record().newBytes());
        fields.put("good", set.record().good());
        fields.put("verdict", set.record().verdict());
        fields.put("survives", set.record().survives());
        Map<String, Object> parts = new LinkedHashMap<>();
        for (PartRecord part : set.record().parts()) {
            parts.put(part.part().word(), part.state().word());
        }
        fields.put("parts", parts);
        return fields;
    }
}
