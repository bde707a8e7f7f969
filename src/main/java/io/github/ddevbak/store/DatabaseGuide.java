package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.code;
import static io.github.ddevbak.store.GuideText.ofSet;
import static io.github.ddevbak.store.GuideText.typed;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of {@code RESTORE.md} that puts databases back. */
final class DatabaseGuide {
    private final SetRecord set;
    private final PartRecord part;
    private final StoredDatabases stored;
    private final DatabaseClient client;
    private final GuideText text;

    DatabaseGuide(SetRecord set, PartRecord part, GuideText text) {
        this.set = set;
        this.part = part;
        this.stored = StoredDatabases.of(set);
        this.client = DatabaseClient.of(stored.server());
        this.text = text;
    }

    void write() {
        text.heading("Database");
        if (set.artefacts().stream().noneMatch(artefact -> artefact.part() == Part.DATABASE)) {
            text.paragraph("No database is in this set (" + part.state().word() + ").");
            part.findings().forEach(finding -> text.paragraph(finding.sentence()));
            return;
        }
        text.paragraph("The project must be there with its own " + code(".ddev/config.yaml")
                + ", else ddev would work on a project above it. The server was " + code(stored.server()) + ".");
        text.commands(List.of(
                "cd -- " + ShellWord.quoted(set.approot()), "test -f .ddev/config.yaml && ddev start --skip-hooks"));
        globals();
        dumps();
        snapshot();
    }

    private void globals() {
        Optional<String> file = stored.globals();
        if (file.isEmpty()) {
            return;
        }
        text.paragraph(
                "Users, roles and grants first. Lines that say that one exists already do no harm. Where it names"
                        + " tables or routines that are not there yet, run it once more after the databases are back.");
        text.commands(List.of(client.globals() + " < " + ofSet(file.orElseThrow())));
    }

    private void dumps() {
        List<String> commands = new ArrayList<>();
        stored.dumps().forEach(dump -> commands.addAll(dump(dump.name(), dump.file())));
        if (!commands.isEmpty()) {
            text.paragraph("These replace the databases of those names, whatever is in them now." + client.caution())
                    .commands(commands);
        }
    }

    private List<String> dump(String name, String file) {
        DumpFormat format = DumpFormat.ofFile(file).orElse(DumpFormat.SQL);
        String unpacked = typed(format.unpacking()) + " " + ofSet(file);
        // import-db does not quote names (ddev v1.22 to v1.25.3, pkg/ddevapp/ddevapp.go ImportDB).
        if (!name.matches("[A-Za-z0-9_]+")) {
            return client.replace(name, unpacked);
        }
        String imported = "ddev import-db --skip-hooks --database=" + name;
        // From an empty pipe, as a missing zstd leaves it, ddev makes an empty database and calls that a success.
        return List.of(
                format.importable()
                        ? imported + " --file=" + ofSet(file)
                        : typed(format.testing()) + " " + ofSet(file) + " && " + unpacked + " | " + imported);
    }

    private void snapshot() {
        Optional<StoredSnapshot> found = stored.snapshot();
        if (found.isEmpty()) {
            return;
        }
        StoredSnapshot snapshot = found.orElseThrow();
        text.paragraph(
                "Or, instead of all that, ddev's own snapshot: faster, the whole server at once, users included. It"
                        + " replaces every database of the project, and it fits only a server of the same type and version ("
                        + code(stored.server()) + ").");
        text.commands(List.of(
                "mkdir -p .ddev/db_snapshots",
                "cp -p -- " + ofSet(snapshot.file()) + " .ddev/db_snapshots/",
                "ddev snapshot restore --skip-hooks " + ShellWord.quoted(snapshot.name())));
    }
}
