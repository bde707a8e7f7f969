package io.github.ddevbak.recovery;

import io.github.ddevbak.database.DumpDialect;
import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.database.DumpReader;
import io.github.ddevbak.database.SnapshotFile;
import io.github.ddevbak.database.SnapshotProof;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import java.util.Map;
import java.util.Optional;

/** How the files of a set's database part are proved: dumps and the snapshot to their end, against what the set says. */
final class DatabaseContents {
    private DatabaseContents() {}

    /** Adds a proof for each file by its path in the set. */
    static void addTo(Map<String, ContentProof> proofs, SetRecord record) {
        StoredDatabases stored = StoredDatabases.of(record);
        DatabaseServer.parse(stored.server()).ifPresent(server -> {
            DumpDialect dialect = DumpDialect.of(server.family());
            stored.dumps().forEach(dump -> proofs.put(dump.file(), dump(dump, dialect)));
        });
        stored.snapshot().ifPresent(snapshot -> {
            String name = snapshot.file().substring(snapshot.file().lastIndexOf('/') + 1);
            SnapshotFile.parse(name).ifPresent(file -> proofs.put(snapshot.file(), snapshot(name, file.server())));
        });
        stored.globals().ifPresent(file -> proofs.put(file, new GlobalsProof()));
    }

    private static ContentProof dump(StoredDump stored, DumpDialect dialect) {
        return in -> {
            DumpReader.Checked read = DumpReader.check(in, stored.file(), dialect);
            DumpFacts facts = read.facts();
            return new ContentProof.Seen(
                    facts.fileBytes(),
                    facts.fileSha256(),
                    read.used(),
                    facts.objection().or(() -> disagreement(facts, stored)));
        };
    }

    private static Optional<String> disagreement(DumpFacts facts, StoredDump stored) {
        Optional<String> counts = facts.counts().outside(stored.counts(), stored.counts());
        if (counts.isPresent()) {
            return counts.map(what -> "it does not hold what set.json says: " + what);
        }
        if (facts.rows() != stored.rows()) {
            return Optional.of("it holds " + facts.rows() + " rows, and set.json says " + stored.rows());
        }
        if (facts.plainBytes() != stored.plainBytes()) {
            return Optional.of(
                    "it unpacks to " + facts.plainBytes() + " bytes, and set.json says " + stored.plainBytes());
        }
        boolean other = !stored.plainSha256().isEmpty() && !stored.plainSha256().equals(facts.plainSha256());
        return other ? Optional.of("it unpacks to another text than set.json says") : Optional.empty();
    }

    private static ContentProof snapshot(String name, DatabaseServer server) {
        return in -> {
            SnapshotProof.Checked read = SnapshotProof.check(in, name, server);
            return new ContentProof.Seen(
                    read.facts().bytes(),
                    read.facts().sha256(),
                    read.used(),
                    read.facts().objection());
        };
    }
}
