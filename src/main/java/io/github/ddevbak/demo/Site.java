package io.github.ddevbak.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * A project as the simulated ddev sees it at one moment.
 *
 * @param name as its configuration names it
 * @param approot its folder
 * @param presence what of it is on the disk
 * @param configuration what the configuration says, or ddev's defaults where there is none
 * @param state what Docker holds of it
 */
record Site(String name, Path approot, Presence presence, Configuration configuration, ProjectState state) {

    /** What of a project is on the disk. */
    enum Presence {
        WHOLE,
        CONFIG_MISSING,
        DIRECTORY_MISSING
    }

    /** As {@code ddev list} says it. */
    String status() {
        return switch (presence) {
            case WHOLE -> state.status();
            case CONFIG_MISSING -> ".ddev/config.yaml missing";
            case DIRECTORY_MISSING -> "project directory missing";
        };
    }

    /** The longer form (recordings 031i, 031m, 801). */
    String statusDescription() {
        if (presence == Presence.DIRECTORY_MISSING) {
            return status() + ": " + approot + "; Please \"ddev stop --unlist " + name + "\"";
        }
        String database = state.containers().getOrDefault("db", "");
        boolean halfUp = status().equals("unhealthy") && state.containers().containsValue("exited");
        return halfUp ? "db: " + (database.equals("exited") ? "paused" : database) : status();
    }

    /** The services ddev runs for it. */
    List<String> services() {
        return configuration.databaseOmitted() ? List.of("web") : List.of("web", "db");
    }

    Path snapshots() {
        return approot.resolve(".ddev/db_snapshots");
    }

    Site withState(ProjectState newState) {
        return new Site(name, approot, presence, configuration, newState);
    }
}
