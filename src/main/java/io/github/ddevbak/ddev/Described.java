package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import java.util.Map;
import java.util.Optional;

/**
 * A project as {@code ddev describe -j} describes it.
 *
 * @param status ddev's word; see {@link io.github.ddevbak.project.ProjectStatus}
 * @param database its server; empty where the project has none or ddev names none that is known
 * @param databaseOmitted true where the project has no database service
 * @param serviceStatus docker's state by service, such as {@code db} to {@code running}
 */
public record Described(
        String status, Optional<DatabaseServer> database, boolean databaseOmitted, Map<String, String> serviceStatus) {
    public Described {
        serviceStatus = Map.copyOf(serviceStatus);
    }
}
