package io.github.ddevbak.database;

import io.github.ddevbak.project.SchemaCounts;
import java.util.Optional;

/**
 * What a dump was seen to be, from its first to its last byte.
 *
 * @param counts the objects it makes
 * @param rows tuples of INSERT statements and lines of COPY blocks
 * @param plainBytes size before compression
 * @param plainSha256 of the uncompressed bytes, in lower-case hexadecimal
 * @param fileBytes size of the file
 * @param fileSha256 of the file
 * @param objection why this cannot be a whole dump, as words after "the dump is refused:"; empty where nothing speaks
 *     against it
 */
public record DumpFacts(
        SchemaCounts counts,
        long rows,
        long plainBytes,
        String plainSha256,
        long fileBytes,
        String fileSha256,
        Optional<String> objection) {}
