package io.github.ddevbak.store;

import io.github.ddevbak.project.SchemaCounts;

/**
 * One database of a set, as its dump was proved when the set was made.
 *
 * @param name the database's, as the server says it
 * @param file the artefact, relative to the set
 * @param counts what the dump holds
 * @param rows how many rows it holds
 * @param plainBytes its size before compression
 * @param plainSha256 of the text before compression; empty where it was not noted
 * @param exported whether {@code ddev export-db} wrote it, and not the server's dump tool with everything it can
 */
public record StoredDump(
        String name,
        String file,
        SchemaCounts counts,
        long rows,
        long plainBytes,
        String plainSha256,
        boolean exported) {}
