package io.github.ddevbak.remote;

/**
 * A regular file in a snapshot.
 *
 * @param path from the set's folder, with a {@code /} at its beginning; bytes that are no UTF-8 are replaced
 * @param size in bytes
 */
record RemoteFile(String path, long size) {}
