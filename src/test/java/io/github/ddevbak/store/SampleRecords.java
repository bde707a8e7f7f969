package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that the tests of this room share. */
final class SampleRecords {
    static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    static final ProjectName SHOP = new ProjectName("shop");
    static final String HASH = "0123456789abcdef".repeat(4);

    private SampleRecords() {}

    static PartRecord part(Part part, PartState state) {
        return new PartRecord(part, state, List.of(), Map.of(), 12);
    }

    /** A record of the shop with the given parts and artefacts. */
    static SetRecord set(String id, List<PartRecord> parts, List<Artefact> artefacts) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("ddevbak", "0.1.0");
        versions.put("ddev", "v1.25.3");
        versions.put("database", "mariadb:11.8");
        return new SetRecord(
                SetRecord.SCHEMA,
                "shop",
                id,
                "",
                NOW,
                "/home/user/projects/shop",
                "drupal11",
                "web",
                "running",
                versions,
                parts,
                artefacts,
                "recoverable",
                "mistake",
                4711);
    }

    static SetRecord good(String id, List<Artefact> artefacts) {
        return set(id, List.of(part(Part.DATABASE, PartState.OK)), artefacts);
    }

    static RunRecord run(String id) {
        RunProject line = new RunProject(
                "shop",
                "/home/user/projects/shop",
                id,
                HASH,
                "at-risk",
                "mistake",
                List.of(part(Part.CODE, PartState.AT_RISK)),
                4,
                5);
        Finding finding = Finding.warning("discovery.vanished", "blog is gone.", "Look for it.");
        return new RunRecord(
                RunRecord.SCHEMA, id, "all", NOW, NOW.plusSeconds(9), 3, Map.of(), List.of(finding), List.of(line));
    }

    /** Stages one small dump and seals. */
    static StoredSet sealed(Destination destination, Instant now, String label) throws IOException {
        try (Staging staging = destination.stage(SHOP, now, label)) {
            Files.writeString(staging.file("database/db.sql.gz"), "dump of " + now);
            return staging.seal(artefacts -> good(staging.id(), artefacts), record -> "how to restore\n");
        }
    }
}
