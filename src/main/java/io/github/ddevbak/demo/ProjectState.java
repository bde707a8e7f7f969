package io.github.ddevbak.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a simulated Docker holds of one project.
 *
 * @param containers service to state: {@code running}, {@code exited}, {@code paused}; empty where there are none
 * @param databases what is in the server's volume, whether it runs or not
 * @param accounts the server's users or roles, without its own and ddev's
 * @param processes what runs in the database container besides the server
 */
record ProjectState(
        Map<String, String> containers,
        List<SimulatedDatabase> databases,
        List<Account> accounts,
        List<Running> processes) {

    /** A user of MySQL and MariaDB, a role of PostgreSQL. */
    record Account(String name, String grant) {}

    /** A program running in the database container. */
    record Running(long pid, long startTicks, String command) {}

    ProjectState {
        containers = Map.copyOf(new TreeMap<>(containers));
        databases = List.copyOf(databases);
        accounts = List.copyOf(accounts);
        processes = List.copyOf(processes);
    }

    static ProjectState stopped(List<SimulatedDatabase> databases, List<Account> accounts) {
        return new ProjectState(Map.of(), databases, accounts, List.of());
    }

    /** As {@code ddev list} says it (ddev v1.25.3, recordings 011, 031a, 031g, 031i). */
    String status() {
        if (containers.isEmpty()) {
            return "stopped";
        }
        if (allContainers("running")) {
            return "running";
        }
        return allContainers("exited") ? "paused" : "unhealthy";
    }

    private boolean allContainers(String state) {
        return containers.values().stream().allMatch(state::equals);
    }

    ProjectState withContainers(Map<String, String> newContainers) {
        return new ProjectState(newContainers, databases, accounts, newContainers.isEmpty() ? List.of() : processes);
    }

    ProjectState withContainer(String service, String newState) {
        Map<String, String> changed = new TreeMap<>(containers);
        changed.put(service, newState);
        boolean ended = service.equals("db") && newState.equals("exited");
        return new ProjectState(changed, databases, accounts, ended ? List.of() : processes);
    }

    ProjectState withDatabases(List<SimulatedDatabase> newDatabases) {
        return new ProjectState(containers, newDatabases, accounts, processes);
    }

    /** The same, with databases and accounts of another moment. */
    ProjectState withServerOf(ProjectState other) {
        return new ProjectState(containers, other.databases(), other.accounts(), processes);
    }

    ProjectState withAccounts(List<Account> newAccounts) {
        return new ProjectState(containers, databases, newAccounts, processes);
    }

    /** The same, with one database changed. */
    ProjectState withDatabase(String name, UnaryOperator<SimulatedDatabase> change) {
        return withDatabases(databases.stream()
                .map(database -> database.name().equals(name) ? change.apply(database) : database)
                .toList());
    }

    ProjectState withProcess(Running process) {
        List<Running> more = new ArrayList<>(processes);
        more.add(process);
        return new ProjectState(containers, databases, accounts, more);
    }

    ProjectState withoutProcess(long pid) {
        return new ProjectState(
                containers,
                databases,
                accounts,
                processes.stream().filter(process -> process.pid() != pid).toList());
    }

    /** A process id that no process has. */
    long freePid() {
        return processes.stream().mapToLong(Running::pid).max().orElse(100) + 7;
    }
}
