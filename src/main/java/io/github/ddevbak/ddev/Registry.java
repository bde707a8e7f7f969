package io.github.ddevbak.ddev;

import io.github.ddevbak.project.ProjectFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ddev's own list of its projects, {@code project_list.yaml} (since v1.22.7): what ddev knew before it was asked, and
 * so before it could drop a project whose folder it does not see.
 */
public final class Registry {
    private final Map<String, Path> projects = new LinkedHashMap<>();
    private final DiscoveryFindings findings = new DiscoveryFindings();

    private Registry() {}

    /**
     * Where ddev may keep its global files, the likeliest first. What {@code ddev version -j} says wins: which
     * variables count depends on ddev's version (pkg/globalconfig GetGlobalDdevDirLocation: {@code XDG_CONFIG_HOME}
     * v1.23.2 to v1.25.2, {@code DDEV_XDG_CONFIG_HOME} since v1.25.3).
     */
    public static List<Path> globalDirs(Map<String, String> environment, Path home, boolean linux) {
        List<Path> candidates = new ArrayList<>();
        for (String variable : List.of("DDEV_XDG_CONFIG_HOME", "XDG_CONFIG_HOME")) {
            String value = environment.getOrDefault(variable, "");
            String expanded = value.startsWith("~") ? home + value.substring(1) : value;
            DdevAnswers.path(expanded).ifPresent(folder -> candidates.add(folder.resolve("ddev")));
        }
        candidates.add(home.resolve(".ddev"));
        if (linux) {
            candidates.add(home.resolve(".config").resolve("ddev"));
        }
        return candidates.stream().distinct().toList();
    }

    /**
     * Reads the list; a missing file is an empty one.
     *
     * @throws RegistryUnreadableException where it is not a list of projects
     */
    public static Registry read(Path globalDir) throws IOException {
        Registry registry = new Registry();
        Path file = globalDir.resolve("project_list.yaml");
        RegistryFile.read(file).forEach(registry::add);
        return registry;
    }

    /** Name to folder as written, in the file's order; names are unchecked. */
    public Map<String, Path> projects() {
        return Collections.unmodifiableMap(projects);
    }

    /** Entries that name no folder this system can have; they are not among the projects. */
    public List<ProjectFinding> findings() {
        return findings.found();
    }

    /** The version of ddev that last started a project, as text; empty where the file does not say or is not there. */
    public static Optional<String> lastStartedVersion(Path globalDir) {
        try {
            Object version =
                    RegistryFile.read(globalDir.resolve("global_config.yaml")).get("last_started_version");
            return version instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void add(Object key, @Nullable Object value) {
        String name = String.valueOf(key);
        Object approot = value instanceof Map<?, ?> entry ? entry.get("approot") : null;
        Optional<Path> folder = approot instanceof String text ? DdevAnswers.path(text) : Optional.empty();
        if (folder.isPresent()) {
            projects.put(name, folder.get());
        } else {
            findings.badFolder(name, "ddev's registry", String.valueOf(approot));
        }
    }
}
