package io.github.ddevbak.files;

import java.nio.file.Path;

/**
 * One name that a walk met.
 *
 * @param path relative to the approot
 * @param file where it is
 * @param stat as the walk saw it; a directory is only met where it is empty
 */
record Entry(RawPath path, Path file, Stat stat) {}
