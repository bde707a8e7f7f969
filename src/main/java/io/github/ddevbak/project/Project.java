package io.github.ddevbak.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A DDEV project as discovery found it, read once.
 *
 * @param name its name
 * @param approot its folder, absolute
 * @param type ddev's type word, such as {@code drupal11}; empty where unknown
 * @param docroot relative to the approot; may be empty
 * @param status as ddev said it, {@code UNKNOWN} where ddev was not asked
 * @param database its server; empty where the project has none ({@code omit_containers: [db]}) or it is not known
 * @param databaseOmitted true where the configuration leaves the database out
 * @param uploadDirs the configured upload directories, relative to the docroot; empty where the type's default holds
 * @param registered whether ddev's registry knows it
 */
public record Project(
        ProjectName name,
        Path approot,
        String type,
        String docroot,
        ProjectStatus status,
        Optional<DatabaseServer> database,
        boolean databaseOmitted,
        List<String> uploadDirs,
        boolean registered) {

    public Project {
        uploadDirs = List.copyOf(uploadDirs);
        if (!approot.isAbsolute()) {
            throw new IllegalArgumentException("a project's folder is absolute: " + approot);
        }
    }

    /** One of which only our own notes tell. */
    public static Project noted(ProjectName name, Path approot) {
        return new Project(name, approot, "", "", ProjectStatus.UNKNOWN, Optional.empty(), false, List.of(), false);
    }

    /** Whether ddev may be called for this project: its folder and configuration are there. */
    public boolean callable() {
        return status != ProjectStatus.DIRECTORY_MISSING && status != ProjectStatus.CONFIG_MISSING;
    }

    public Project withStatus(ProjectStatus newStatus) {
        return new Project(name, approot, type, docroot, newStatus, database, databaseOmitted, uploadDirs, registered);
    }
}
