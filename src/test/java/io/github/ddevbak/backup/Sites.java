package io.github.ddevbak.backup;

import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder that stands for a project of any type. */
record Sites(Path approot) {

    void write(String path) throws IOException {
        Path file = approot.resolve(path).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
    }

    Project project(String type, String docroot, String... uploadDirs) {
        return new Project(
                new ProjectName("shop"),
                approot,
                type,
                docroot,
                ProjectStatus.RUNNING,
                Optional.empty(),
                false,
                List.of(uploadDirs),
                true);
    }
}
