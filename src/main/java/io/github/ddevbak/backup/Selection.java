package io.github.ddevbak.backup;

import io.github.ddevbak.project.NameGlob;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the discovered projects the user means. Pure.
 *
 * @param names names and globs; empty: see {@code everything}
 * @param everything whether no name means every project, and not the one around the working directory
 * @param folders folders named by {@code --project-dir}
 * @param excludes globs of names to leave out
 */
public record Selection(List<String> names, boolean everything, List<Path> folders, List<String> excludes) {

    public Selection {
        names = List.copyOf(names);
        folders = List.copyOf(folders);
        excludes = List.copyOf(excludes);
    }

    /**
     * The chosen projects, by name.
     *
     * @throws UnknownProjectException where a name, a glob or the working directory means none of them
     */
    public List<Project> from(List<Project> projects, Path workingDirectory) {
        return from(projects, workingDirectory, "there is no DDEV project", "See all with 'ddev list'.");
    }

    /**
     * The same among the projects that something is stored of.
     *
     * @param none how the sentence about an unknown name begins
     * @param see where all of them are listed
     */
    public List<Project> from(List<Project> projects, Path workingDirectory, String none, String see) {
        Set<Project> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : names) {
            List<Project> meant =
                    projects.stream().filter(p -> matches(name, p)).toList();
            if (meant.isEmpty()) {
                throw new UnknownProjectException(none + " named '" + Printable.text(name) + "'"
                        + NearMatch.hint(name, names(projects)) + " " + see);
            }
            chosen.addAll(meant);
        }
        for (Path folder : folders) {
            chosen.add(projects.stream()
                    .filter(p -> same(p.approot(), folder))
                    .findFirst()
                    .orElseThrow(() -> new UnknownProjectException(Printable.text(folder.toString())
                            + " is no DDEV project: it has no .ddev/config.yaml that can be read.")));
        }
        if (names.isEmpty() && folders.isEmpty()) {
            chosen.addAll(everything ? projects : List.of(around(workingDirectory, projects)));
        }
        return chosen.stream()
                .filter(p -> excludes.stream().noneMatch(glob -> matches(glob, p)))
                .sorted(Comparator.comparing(Project::name))
                .toList();
    }

    private static Project around(Path workingDirectory, List<Project> projects) {
        Optional<Project> innermost = projects.stream()
                .filter(p -> workingDirectory.startsWith(p.approot()))
                .max(Comparator.comparingInt(p -> p.approot().getNameCount()));
        return innermost.orElseThrow(() -> new UnknownProjectException(
                "This folder is in no DDEV project that ddev knows. Name a project, or take every one with --all."));
    }

    /** One folder may be reached by two names. */
    private static boolean same(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean matches(String nameOrGlob, Project project) {
        return new NameGlob(nameOrGlob).matches(project.name());
    }

    private static List<String> names(List<Project> projects) {
        return projects.stream().map(p -> p.name().text()).toList();
    }
}
