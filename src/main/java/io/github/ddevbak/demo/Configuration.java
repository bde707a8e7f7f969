package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the simulated ddev reads of a project's {@code .ddev/config.yaml}: plain lines as {@code ddev config} writes
 * them, not all of YAML.
 */
record Configuration(String name, String type, String docroot, String family, String version, boolean databaseOmitted) {

    /** Where a project's configuration is. */
    static Path file(Path approot) {
        return approot.resolve(".ddev/config.yaml");
    }

    /** The configuration, or nothing where it is not YAML. */
    static Optional<Configuration> read(Path approot) throws IOException {
        String name = approot.getFileName().toString().replace('_', '-');
        String type = "php";
        String docroot = "";
        String family = "mariadb";
        String version = "11.8";
        boolean omitted = false;
        boolean inDatabase = false;
        for (String line : Files.readAllLines(file(approot), UTF_8)) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (broken(line)) {
                return Optional.empty();
            }
            boolean indented = line.startsWith(" ");
            inDatabase = indented ? inDatabase : line.startsWith("database:");
            String value = value(line);
            switch (line.strip().replaceFirst(":.*", "")) {
                case "name" -> name = indented ? name : value;
                case "docroot" -> docroot = value;
                case "omit_containers" -> omitted = value.matches(".*\\bdb\\b.*");
                case "type" -> {
                    type = indented ? type : value;
                    family = inDatabase && indented ? value : family;
                }
                case "version" -> version = inDatabase ? value : version;
                default -> {}
            }
        }
        return Optional.of(new Configuration(name, type, docroot, family, version, omitted));
    }

    private static boolean broken(String line) {
        String value = value(line);
        boolean item = line.strip().startsWith("- ");
        boolean openList = value.startsWith("[") && !value.endsWith("]");
        return openList || line.startsWith("\t") || (!item && !line.contains(":"));
    }

    private static String value(String line) {
        String value =
                line.contains(":") ? line.substring(line.indexOf(':') + 1).strip() : "";
        return value.matches("\"[^\"]*\"|'[^']*'") ? value.substring(1, value.length() - 1) : value;
    }

    boolean postgres() {
        return family.equals("postgres");
    }

    /** The image ddev v1.25.3 runs this server from. */
    String databaseImage() {
        return postgres()
                ? "postgres:" + version
                : "ddev/ddev-dbserver-" + family + "-" + version + ":" + Versions.SIMULATED;
    }
}
