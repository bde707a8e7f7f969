package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What our own look at a project's folder shows, whatever ddev says: ddev takes a parent folder's configuration for a
 * missing one, and makes a new, empty project in a folder without one (v1.25.3).
 *
 * @param missing what is missing, so that ddev must not be called; empty where all is there
 * @param config the configuration; empty where it is missing or broken
 * @param finding what is wrong; empty where nothing is
 */
record ProjectFolder(Optional<ProjectStatus> missing, Optional<ProjectConfig> config, Optional<Finding> finding) {

    /** @param name printable */
    static ProjectFolder look(String name, Path approot) {
        if (!Files.isDirectory(approot)) {
            return missing(
                    ProjectStatus.DIRECTORY_MISSING,
                    Finding.error(
                            "discovery.directory-missing",
                            "The folder " + approot + " of project " + name + " is gone, or its disk is not mounted.",
                            "Mount the disk before the next ddev command: ddev forgets a project whose folder it does"
                                    + " not see. If the folder is gone for good, its database may still be in docker's"
                                    + " volumes."));
        }
        if (Files.notExists(approot.resolve(".ddev").resolve("config.yaml"))) {
            return configMissing(name, approot);
        }
        try {
            return new ProjectFolder(Optional.empty(), Optional.of(ProjectConfig.read(approot)), Optional.empty());
        } catch (ConfigUnreadableException unreadable) {
            return unreadable.missing()
                    ? configMissing(name, approot)
                    : broken(String.valueOf(unreadable.getMessage()));
        }
    }

    private static ProjectFolder configMissing(String name, Path approot) {
        return missing(
                ProjectStatus.CONFIG_MISSING,
                Finding.error(
                        "discovery.config-missing",
                        "Project " + name + " has no .ddev/config.yaml in " + approot + ".",
                        "Get it back from Git or a backup; ddev start without it makes a new, empty project."));
    }

    private static ProjectFolder missing(ProjectStatus status, Finding finding) {
        return new ProjectFolder(Optional.of(status), Optional.empty(), Optional.of(finding));
    }

    private static ProjectFolder broken(String sentence) {
        return new ProjectFolder(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Finding.error(
                        "discovery.config-broken",
                        sentence,
                        "ddev leaves out a project whose configuration it cannot read.")));
    }

    /** The name ddev derives from the folder where the configuration gives none (NormalizeProjectName, v1.25.3). */
    static Optional<ProjectName> derivedName(Path approot) {
        Path last = approot.getFileName();
        return last == null
                ? Optional.empty()
                : ProjectName.parse(last.toString().replace('_', '-'));
    }

    /** Whether two paths are one folder, through links too. */
    static boolean same(Path one, Path other) {
        if (one.normalize().equals(other.normalize())) {
            return true;
        }
        try {
            return Files.isSameFile(one, other);
        } catch (IOException atLeastOneIsGone) {
            return false;
        }
    }
}
