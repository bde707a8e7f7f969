package io.github.ddevbak.database;

import io.github.ddevbak.project.DatabaseServer;
import java.util.Optional;

/** Looks at what is inside a snapshot as it comes out of decompression. */
sealed interface SnapshotContent extends ByteSink permits XbstreamContent, TarContent {

    /** Why what was seen cannot be a whole backup; empty where nothing speaks against it. */
    Optional<String> objection();

    static SnapshotContent of(DatabaseServer server) {
        return server.postgres() ? new TarContent() : new XbstreamContent();
    }
}
