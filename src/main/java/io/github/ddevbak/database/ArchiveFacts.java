package io.github.ddevbak.database;

import java.util.Optional;

/**
 * What a {@code .tar.gz} was seen to be, from its first to its last byte.
 *
 * @param bytes size of the file
 * @param sha256 of the file, in lower-case hexadecimal
 * @param used bytes from its beginning in which what is damaged lies; all of them where nothing is
 * @param files files and links in it
 * @param contentBytes what its files come to, unpacked
 * @param objection why this cannot be a whole archive; empty where nothing speaks against it
 */
public record ArchiveFacts(
        long bytes, String sha256, long used, long files, long contentBytes, Optional<String> objection) {}
