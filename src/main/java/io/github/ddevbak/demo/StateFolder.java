package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the simulated ddev and Docker keep what they know between two calls; every file is replaced in one move. */
final class StateFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;

    StateFolder(Path home) {
        this.home = home;
    }

    /** The simulated user's home folder. */
    Path home() {
        return home;
    }

    /** ddev's global folder. */
    Path global() {
        return home.resolve(".ddev");
    }

    CallLog calls() {
        return new CallLog(home.resolve("simulated/calls.log"));
    }

    /** What Docker holds of a project; nothing where it was never started. */
    ProjectState project(String name) throws IOException {
        Path file = stateFile(name);
        return Files.exists(file)
                ? JSON.readValue(Files.readAllBytes(file), ProjectState.class)
                : new ProjectState(Map.of(), List.of(SimulatedDatabase.of("db")), List.of(), List.of());
    }

    void save(String name, ProjectState state) throws IOException {
        replace(stateFile(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        if (state.containers().isEmpty()) {
            removeContainerFiles(name);
        }
    }

    /** Whether there is a volume of the project's server. */
    boolean hasVolume(String name) {
        return Files.exists(stateFile(name));
    }

    /** Removes the project's volume. */
    void forget(String name) throws IOException {
        Files.deleteIfExists(stateFile(name));
        removeContainerFiles(name);
    }

    /** A server as text, for a snapshot of it. */
    static String text(ProjectState state) throws IOException {
        return JSON.writeValueAsString(state);
    }

    static ProjectState read(String text) throws IOException {
        return JSON.readValue(text, ProjectState.class);
    }

    /** The projects Docker has containers of. */
    List<String> projectsWithContainers() throws IOException {
        Path folder = home.resolve("simulated/projects");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList();
            return names.stream().filter(this::hasContainers).toList();
        }
    }

    private boolean hasContainers(String name) {
        try {
            return !project(name).containers().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The writable layer of a project's database container; gone when the container is removed. */
    Path container(String project) {
        return home.resolve("containers").resolve(project + "-db");
    }

    /** A file of that container by its absolute path there; nothing for a path that leads out of it. */
    Optional<Path> inContainer(String project, String absolutePath) {
        Path root = container(project);
        Path file = root.resolve(absolutePath.replaceFirst("^/+", "")).normalize();
        return absolutePath.startsWith("/") && file.startsWith(root) ? Optional.of(file) : Optional.empty();
    }

    void removeContainerFiles(String project) throws IOException {
        delete(container(project));
    }

    private Path stateFile(String project) {
        return home.resolve("simulated/projects").resolve(project + ".json");
    }

    /** Writes beside and moves over. */
    static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text, UTF_8);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
