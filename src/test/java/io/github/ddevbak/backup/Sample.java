package io.github.ddevbak.backup;

import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.PartRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for tests of the backup room. */
final class Sample {
    static final DatabaseServer MARIADB = new DatabaseServer(DatabaseServer.Family.MARIADB, "11.8");

    private Sample() {}

    static Project project(String name, ProjectStatus status) {
        return new Project(
                new ProjectName(name),
                Path.of("/projects", name),
                "php",
                "",
                status,
                Optional.of(MARIADB),
                false,
                List.of(),
                true);
    }

    static Project withoutDatabase(String name) {
        Project project = project(name, ProjectStatus.RUNNING);
        return new Project(
                project.name(),
                project.approot(),
                project.type(),
                project.docroot(),
                project.status(),
                Optional.empty(),
                true,
                List.of(),
                true);
    }

    static PartRecord part(Part part, PartState state, Finding... findings) {
        return new PartRecord(part, state, List.of(findings), Map.of(), 0);
    }

    static PartRecord with(PartRecord record, Map<String, Object> facts) {
        return new PartRecord(record.part(), record.state(), record.findings(), facts, 0);
    }
}
