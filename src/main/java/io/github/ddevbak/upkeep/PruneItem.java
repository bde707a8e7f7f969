package io.github.ddevbak.upkeep;

import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that may go, and what was decided of it.
 *
 * @param name the set's id, or the snapshot's file name
 * @param path where it is
 * @param set empty for a snapshot that lies where ddev keeps it
 */
public record PruneItem(String name, Path path, Optional<StoredSet> set, RetentionDecision decision) {}
