package io.github.ddevbak.database;

import io.github.ddevbak.project.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Puts a snapshot for a test on the disk and reads it. */
final class Snapshots {
    private Snapshots() {}

    static SnapshotFacts read(Path folder, String name, byte[] content, DatabaseServer server) throws IOException {
        return SnapshotProof.read(Files.write(folder.resolve(name), content), server);
    }

    static Optional<String> objection(Path folder, String name, byte[] content, DatabaseServer server)
            throws IOException {
        return read(folder, name, content, server).objection();
    }

    static String sha256(byte[] bytes) {
        Sha256 digest = new Sha256();
        digest.add(bytes, 0, bytes.length);
        return digest.hex();
    }
}
