package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which projects a command is about. */
public final class ProjectArguments {

    @Parameters(paramLabel = "PROJECT", description = "Names or globs; none: the project of the current folder.")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "Every project.")
    boolean all;

    /** @param everything whether the command means every project where none is named */
    Selection selection(Configuration configuration, boolean everything) {
        if (all && !names.isEmpty()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        return new Selection(names, all || everything, configuration.folders(), configuration.exclude());
    }
}
