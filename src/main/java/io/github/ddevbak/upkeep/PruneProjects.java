package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Project;
import java.nio.file.Path;
import java.util.List;

/** Where the projects are that have snapshots: ddev's registry and the folders a user names, read without ddev. */
@FunctionalInterface
public interface PruneProjects {
    List<Project> in(List<Path> folders);
}
