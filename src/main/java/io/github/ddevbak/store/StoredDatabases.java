package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.SchemaCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a set holds of a project's database server: read from the record, and only what is among its artefacts. */
public final class StoredDatabases {
    /** The fact that only some databases were asked for. */
    public static final String PARTIAL = "partial";

    private final Facts facts;
    private final Set<String> paths;

    private StoredDatabases(Facts facts, Set<String> paths) {
        this.facts = facts;
        this.paths = paths;
    }

    public static StoredDatabases of(SetRecord set) {
        Facts facts = set.parts().stream()
                .filter(part -> part.part() == Part.DATABASE)
                .findFirst()
                .map(Facts::of)
                .orElse(Facts.NONE);
        return new StoredDatabases(
                facts,
                set.artefacts().stream()
                        .filter(artefact -> artefact.part() == Part.DATABASE)
                        .map(Artefact::path)
                        .collect(Collectors.toSet()));
    }

    /** {@code type:version} as ddev writes it; empty where the set has no database. */
    public String server() {
        return facts.text("server");
    }

    /** The dumps, in the order they were made. */
    public List<StoredDump> dumps() {
        return facts.maps("databases").stream()
                .filter(database -> paths.contains(database.text("file")))
                .map(StoredDatabases::dump)
                .toList();
    }

    /** The dumps that a database part tells of, whether or not its set is sealed yet. */
    public static List<StoredDump> told(PartRecord part) {
        return Facts.of(part).maps("databases").stream()
                .map(StoredDatabases::dump)
                .toList();
    }

    /** Whether every database that the server had was dumped, were it none. */
    public boolean whole() {
        return facts.values().containsKey("databases") && !facts.truth(PARTIAL);
    }

    private static StoredDump dump(Facts database) {
        return new StoredDump(
                database.text("name"),
                database.text("file"),
                new SchemaCounts(
                        database.number("tables"),
                        database.number("sequences"),
                        database.number("views"),
                        database.number("materializedViews"),
                        database.number("routines"),
                        database.number("events"),
                        database.number("triggers")),
                database.number("rows"),
                database.number("plainBytes"),
                database.text("plainSha256"),
                database.text("method").equals("export-db"));
    }

    /** The artefact with roles, users and grants. */
    public Optional<String> globals() {
        return Optional.of(facts.text("globals")).filter(paths::contains);
    }

    public Optional<StoredSnapshot> snapshot() {
        Facts snapshot = facts.map("snapshot");
        String file = snapshot.text("file");
        String path = file.startsWith("database/") ? file : "database/snapshot/" + file;
        return paths.contains(path)
                ? Optional.of(new StoredSnapshot(snapshot.text("name"), path, snapshot.number("bytes")))
                : Optional.empty();
    }
}
