package io.github.ddevbak.backup;

import io.github.ddevbak.project.NameGlob;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command of the user about some projects.
 *
 * @param command its words, for the lock and the run's record
 * @param selection which projects
 * @param wish what is to be done to each
 * @param workingDirectory where the user stands
 */
public record Request(String command, Selection selection, Wish wish, Path workingDirectory) {
    /** The command of a run that is about every project there is. */
    public static final String EVERYTHING = "all";

    /** What follows it in the command where projects were left out for that once. */
    public static final String WITHOUT = " --exclude ";

    /** Whether a run of that command was about every project, but for some that were left out by name. */
    public static boolean aboutEverything(String command) {
        return command.equals(EVERYTHING) || command.startsWith(EVERYTHING + WITHOUT);
    }

    /** What a run of that command left out by name. */
    public static List<NameGlob> leftOut(String command) {
        return Stream.of(command.split(WITHOUT, -1)).skip(1).map(NameGlob::new).toList();
    }
}
