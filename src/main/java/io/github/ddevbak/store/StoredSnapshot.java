package io.github.ddevbak.store;

/**
 * ddev's own snapshot in a set.
 *
 * @param name as ddev knows it
 * @param file the artefact, relative to the set
 * @param bytes its size
 */
public record StoredSnapshot(String name, String file, long bytes) {}
