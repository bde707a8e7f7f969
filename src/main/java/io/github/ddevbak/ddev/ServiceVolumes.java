package io.github.ddevbak.ddev;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The Docker volumes that add-on services of a project keep their data in (Solr, Redis, Mongo …), by the files in which
 * they are declared: no command of ddev saves them (ddev v1.25.3).
 */
public final class ServiceVolumes {
    /** Those of ddev itself, which such a file may name to use them. */
    private static final Set<String> DDEVS = Set.of(
            "ddev-global-cache", "ddev-ssh-agent_socket_dir", "database", "mariadb-database", "postgres-database");

    private ServiceVolumes() {}

    /**
     * A volume as it is declared.
     *
     * @param key what the services call it
     * @param name what Docker is to call it, variables not yet resolved; empty where compose makes a name
     */
    public record Declared(String key, String name) {
        /** The name that a person knows it by. */
        public String shown() {
            return name.isEmpty() ? key : name;
        }
    }

    /** Their names as declared, sorted; none where the files cannot be read. */
    public static Set<String> of(Path approot) {
        return declared(approot).stream().map(Declared::shown).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with what their services call them. */
    public static List<Declared> declared(Path approot) {
        Map<String, Declared> volumes = new TreeMap<>();
        Path folder = approot.resolve(".ddev");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "docker-compose.*.{yaml,yml}")) {
            for (Path file : files) {
                declaredIn(file).stream()
                        .filter(one -> !DDEVS.contains(one.key()) && !DDEVS.contains(one.name()))
                        .forEach(one -> volumes.merge(one.key(), one, ServiceVolumes::named));
            }
        } catch (IOException | DirectoryIteratorException unlistable) {
            // The configuration of such a project is told as unreadable where it matters.
        }
        return volumes.values().stream()
                .sorted(Comparator.comparing(Declared::shown))
                .toList();
    }

    /** Files are laid over each other: one may only use what another names. */
    private static Declared named(Declared one, Declared other) {
        return other.name().isEmpty() ? one : other;
    }

    private static List<Declared> declaredIn(Path file) {
        List<Declared> all = new ArrayList<>();
        try {
            if (YamlFile.read(file).get("volumes") instanceof Map<?, ?> declared) {
                declared.forEach((key, value) -> all.add(new Declared(
                        String.valueOf(key),
                        value instanceof Map<?, ?> more && more.get("name") instanceof String name ? name : "")));
            }
        } catch (ConfigUnreadableException broken) {
            // ddev itself refuses such a project, with the line.
        }
        return all;
    }
}
