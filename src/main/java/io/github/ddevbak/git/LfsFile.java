package io.github.ddevbak.git;

/**
 * A file that is in Git LFS.
 *
 * @param path one of those that it has or had, relative to the top, as bytes: a character each
 */
record LfsFile(String path, LfsPointer pointer) {}
