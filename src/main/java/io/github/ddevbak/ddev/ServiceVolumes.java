package io.github.ddevbak.ddev;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Docker volumes that add-on services of a project keep their data in (Solr, Redis, Mongo …), by the files in which
 * they are declared: no command of ddev saves them (ddev v1.25.3).
 */
public final class ServiceVolumes {
    /** Those of ddev itself, which such a file may name to use them. */
    private static final Set<String> DDEVS = Set.of(
            "ddev-global-cache", "ddev-ssh-agent_socket_dir", "database", "mariadb-database", "postgres-database");

    private ServiceVolumes() {}

    /** Their names as declared, sorted; none where the files cannot be read. */
    public static Set<String> of(Path approot) {
        Set<String> volumes = new TreeSet<>();
        Path folder = approot.resolve(".ddev");
        if (!Files.isDirectory(folder)) {
            return volumes;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "docker-compose.*.{yaml,yml}")) {
            for (Path file : files) {
                volumes.addAll(declared(file));
            }
        } catch (IOException | DirectoryIteratorException unlistable) {
            // The configuration of such a project is told as unreadable where it matters.
        }
        volumes.removeAll(DDEVS);
        return volumes;
    }

    private static Set<String> declared(Path file) {
        Set<String> names = new TreeSet<>();
        try {
            if (YamlFile.read(file).get("volumes") instanceof Map<?, ?> declared) {
                declared.forEach((key, value) -> names.add(
                        value instanceof Map<?, ?> more && more.get("name") instanceof String name
                                ? name
                                : String.valueOf(key)));
            }
        } catch (ConfigUnreadableException broken) {
            // ddev itself refuses such a project, with the line.
        }
        return names;
    }
}
