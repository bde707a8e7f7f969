package io.github.ddevbak;

import java.util.List;

/**
 * One cell of the matrix: a failure, a command, a state of the project, and what must come of it.
 *
 * @param fault what goes wrong, as {@code Fault.text}; empty for nothing
 * @param command {@code all}, {@code snapshot} or {@code export-db}
 * @param state of project shop: {@code running}, {@code stopped} or {@code paused}
 * @param part the state of its database part; {@code -} where the run does not get so far
 * @param exit the exit code
 */
record Cell(String fault, String command, String state, String part, int exit) {

    /** The whole command line. */
    List<String> words(String destination) {
        return switch (command) {
            case "all" -> List.of("all", "--json", "--only", "database", "--dest", destination);
            case "snapshot" -> List.of("snapshot", "shop", "--json", "--dest", destination);
            default -> List.of("export-db", "shop", "--json", "--dest", destination);
        };
    }

    @Override
    public String toString() {
        return (fault.isEmpty() ? "nothing" : fault) + ", " + command + ", " + state;
    }
}
