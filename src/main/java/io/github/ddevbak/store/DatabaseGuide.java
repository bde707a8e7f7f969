package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.code;
import static io.github.ddevbak.store.GuideText.ofSet;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of {@code RESTORE.md} that puts databases back. */
final class DatabaseGuide {
    private final SetRecord set;
    private final PartRecord part;
    private final Facts facts;
    private final DatabaseClient client;
    private final Set<String> paths;
    private final GuideText text;

    DatabaseGuide(SetRecord set, PartRecord part, GuideText text) {
        this.set = set;
        this.part = part;
        this.facts = Facts.of(part);
        this.client = DatabaseClient.of(facts.text("server"));
        this.paths = set.artefacts().stream()
                .filter(artefact -> artefact.part() == Part.DATABASE)
                .map(Artefact::path)
                .collect(Collectors.toSet());
        this.text = text;
    }

    void write() {
        text.heading("Database");
        if (paths.isEmpty()) {
            text.paragraph("No database is in this set (" + part.state().word() + ").");
            part.findings().forEach(finding -> text.paragraph(finding.sentence()));
            return;
        }
        text.paragraph("The project must be there with its own " + code(".ddev/config.yaml")
                + ", else ddev would work on a project above it. The server was " + code(facts.text("server")) + ".");
        text.commands(List.of(
                "cd -- " + ShellWord.quoted(set.approot()), "test -f .ddev/config.yaml && ddev start --skip-hooks"));
        globals();
        dumps();
        snapshot();
    }

    private void globals() {
        String file = facts.text("globals");
        if (!paths.contains(file)) {
            return;
        }
        text.paragraph(
                "Users, roles and grants first. Lines that say that one exists already do no harm. Where it names"
                        + " tables or routines that are not there yet, run it once more after the databases are back.");
        text.commands(List.of(client.globals() + " < " + ofSet(file)));
    }

    private void dumps() {
        List<String> commands = new ArrayList<>();
        for (Facts database : facts.maps("databases")) {
            if (paths.contains(database.text("file"))) {
                commands.addAll(dump(database.text("name"), database.text("file")));
            }
        }
        if (!commands.isEmpty()) {
            text.paragraph("These replace the databases of those names, whatever is in them now." + client.caution())
                    .commands(commands);
        }
    }

    private List<String> dump(String name, String file) {
        // import-db does not quote names (ddev v1.22 to v1.25.3, pkg/ddevapp/ddevapp.go ImportDB).
        return name.matches("[A-Za-z0-9_]+")
                ? List.of("ddev import-db --skip-hooks --database=" + name + " --file=" + ofSet(file))
                : client.replace(name, "gunzip -c " + ofSet(file));
    }

    private void snapshot() {
        Facts snapshot = facts.map("snapshot");
        String file = snapshot.text("file");
        String path = file.startsWith("database/") ? file : "database/snapshot/" + file;
        if (!paths.contains(path)) {
            return;
        }
        text.paragraph(
                "Or, instead of all that, ddev's own snapshot: faster, the whole server at once, users included. It"
                        + " replaces every database of the project, and it fits only a server of the same type and version ("
                        + code(facts.text("server")) + ").");
        text.commands(List.of(
                "mkdir -p .ddev/db_snapshots",
                "cp -p -- " + ofSet(path) + " .ddev/db_snapshots/",
                "ddev snapshot restore --skip-hooks " + ShellWord.quoted(snapshot.text("name"))));
    }
}
