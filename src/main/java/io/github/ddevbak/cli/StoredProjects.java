package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose sets a command is about: what is stored counts, whether ddev still knows the project or not. */
final class StoredProjects {
    @Parameters(
            paramLabel = "PROJECT",
            description = "Names or globs of projects that have sets; none: all, and ddev's global configuration.")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "Every project that has sets.")
    boolean all;

    boolean given() {
        return all || !names.isEmpty();
    }

    Selection selection(Configuration configuration) {
        if (all && !names.isEmpty()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        return new Selection(names, true, configuration.folders(), configuration.exclude());
    }
}
