package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ddev's two global files, in the one form ddev v1.25.3 writes them (recording A04). */
final class GlobalFiles {
    private static final Pattern VERSION = Pattern.compile("(?m)^last_started_version: (\\S+)$");

    private final Path folder;

    GlobalFiles(Path folder) {
        this.folder = folder;
    }

    /** Name to folder; empty where ddev cannot read the file. */
    Optional<Map<String, Path>> registry() throws IOException {
        Map<String, Path> projects = new TreeMap<>();
        Path file = folder.resolve("project_list.yaml");
        if (!Files.exists(file)) {
            return Optional.of(projects);
        }
        String name = "";
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (line.strip().startsWith("approot: ") && !name.isEmpty()) {
                projects.put(name, Path.of(unquoted(line.strip().substring("approot: ".length()))));
            } else if (line.matches("[^ :#][^:]*:")) {
                name = line.substring(0, line.length() - 1);
            } else if (!line.isBlank() && !line.equals("{}") && !line.startsWith(" ")) {
                return Optional.empty();
            }
        }
        return Optional.of(projects);
    }

    void writeRegistry(Map<String, Path> projects) throws IOException {
        StringBuilder text = new StringBuilder(projects.isEmpty() ? "{}\n" : "");
        new TreeMap<>(projects)
                .forEach((name, approot) -> text.append(name + ":\n    approot: " + quoted(approot.toString()) + "\n"));
        StateFolder.replace(folder.resolve("project_list.yaml"), text.toString());
    }

    private static String quoted(String path) {
        boolean plain = path.startsWith("/") && !path.contains(": ") && !path.contains(" #") && !path.endsWith(" ");
        return plain ? path : "'" + path.replace("'", "''") + "'";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1).replace("''", "'") : value;
    }

    /** The version that last started a project; {@code v0.0} where none did. */
    String lastStartedVersion() throws IOException {
        Path file = folder.resolve("global_config.yaml");
        Matcher version = VERSION.matcher(Files.exists(file) ? Files.readString(file, UTF_8) : "");
        return version.find() ? version.group(1) : "v0.0";
    }

    void writeLastStartedVersion(String version) throws IOException {
        Path file = folder.resolve("global_config.yaml");
        String line = "last_started_version: " + version;
        String text = Files.exists(file) ? Files.readString(file, UTF_8) : line + "\n";
        StateFolder.replace(file, VERSION.matcher(text).replaceAll(Matcher.quoteReplacement(line)));
    }
}
