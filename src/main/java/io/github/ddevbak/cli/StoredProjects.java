package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.settings.Configuration;

/** Whose sets a command is about: what is stored counts, whether ddev still knows the project or not. */
final class StoredProjects {
    final Several<String> names;
    final Flag all;

    StoredProjects(Declaration declaration) {
        names = declaration.arguments(
                "PROJECT", "Names or globs of projects that have sets; none: all, and ddev's global configuration.");
        all = declaration.flag("-a, --all", "Every project that has sets.");
    }

    boolean given() {
        return all.given() || names.given();
    }

    Selection selection(Configuration configuration) {
        if (all.given() && names.given()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        return new Selection(names.all(), true, configuration.folders(), configuration.exclude());
    }
}
