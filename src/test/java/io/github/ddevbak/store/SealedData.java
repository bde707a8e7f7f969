package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static io.github.ddevbak.store.SampleRecords.good;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;

/** A set in the making with a folder of data, and what is claimed of each of its files. */
final class SealedData {
    private final Destination destination;
    private final TreeMap<String, Claim> claims = new TreeMap<>();

    SealedData(Path folder) {
        destination = new Destination(folder.resolve("dest"));
        destination.prepare();
    }

    private record Claim(String content, boolean shared) {}

    /** Something that is done to the set before it is sealed. */
    @FunctionalInterface
    interface Deed {
        void on(Path data) throws Exception;
    }

    /** Claims that a file of this content was written. */
    SealedData written(String name, String content) {
        claims.put(name, new Claim(content, false));
        return this;
    }

    /** Claims that a file of this content is shared with an earlier set. */
    SealedData shared(String name, String content) {
        claims.put(name, new Claim(content, true));
        return this;
    }

    /** Writes what is claimed, does the deed, and seals. */
    StoredSet sealed(Deed deed) throws Exception {
        try (Staging staging = destination.stage(SHOP, NOW, "")) {
            Files.writeString(staging.file("files/MANIFEST.sha256"), "x");
            Files.writeString(staging.file("files/manifest.jsonl"), "x");
            Files.writeString(staging.file("files/datum"), "x");
            Files.writeString(staging.file("config/.env"), "x");
            Path data = Files.createDirectories(staging.folder().resolve("files/data"));
            for (var each : claims.entrySet()) {
                Path file = data.resolve(each.getKey());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, each.getValue().content);
                Modes.set(file, "r--------");
            }
            staging.data("files/data", visitor -> visit(data, visitor));
            deed.on(data);
            return staging.seal(artefacts -> good(staging.id(), artefacts), record -> "guide");
        }
    }

    private void visit(Path data, DataFiles.Visitor visitor) throws IOException {
        for (var each : claims.entrySet()) {
            String sha256 = Sha256.of(each.getValue().content.getBytes(StandardCharsets.UTF_8))
                    .hex();
            byte[] line = (sha256 + "  files/data/" + each.getKey() + "\n").getBytes(StandardCharsets.UTF_8);
            visitor.met(data.resolve(each.getKey()), sha256, each.getValue().shared, line);
        }
    }

    Destination destination() {
        return destination;
    }
}
