package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.settings.Configuration;

/** Which projects a command is about. */
public final class ProjectArguments {

    final Several<String> names;
    final Flag all;

    ProjectArguments(Declaration declaration) {
        names = declaration.arguments("PROJECT", "Names or globs; none: the project of the current folder.");
        all = declaration.flag("-a, --all", "Every project.");
    }

    boolean given(Configuration configuration) {
        return all.given() || names.given() || !configuration.folders().isEmpty();
    }

    /** @param everything whether the command means every project where none is named */
    Selection selection(Configuration configuration, boolean everything) {
        if (all.given() && names.given()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        return new Selection(names.all(), all.given() || everything, configuration.folders(), configuration.exclude());
    }
}
