package io.github.ddevbak.database;

import java.util.Optional;

/**
 * What a snapshot file was seen to be, from its first to its last byte.
 *
 * @param bytes size of the file
 * @param sha256 of the file, in lower-case hexadecimal
 * @param plainBytes size after decompression, as far as it went
 * @param objection why this cannot be a whole snapshot; empty where nothing speaks against it
 */
public record SnapshotFacts(long bytes, String sha256, long plainBytes, Optional<String> objection) {}
