package io.github.ddevbak.backup;

import java.nio.file.Path;

/**
 * A command of the user about some projects.
 *
 * @param command its name, for the lock and the run's record
 * @param selection which projects
 * @param wish what is to be done to each
 * @param workingDirectory where the user stands
 */
public record Request(String command, Selection selection, Wish wish, Path workingDirectory) {}
