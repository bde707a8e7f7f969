package io.github.ddevbak.ddev;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider for {@code ddev pull} as its file describes it (ddev v1.25.3, pkg/ddevapp/provider.go).
 *
 * @param variables the file's own {@code environment_variables}
 * @param commands the scripts that log in and bring the files; empty texts where there is none
 */
record ProviderFile(Map<String, String> variables, List<String> commands) {
    /** How the scripts say that they cannot do without a variable: {@code [ -z "${NAME:-}" ]}. */
    private static final Pattern REQUIRED = Pattern.compile("-z \"?\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

    /** What ddev's examples (rsync, git, localfile) hold before somebody fills them in. */
    private static final List<String> PLACEHOLDERS =
            List.of("yourhost.example.com", "ddev/ddev-pull-git-test-repo", "~/Dropbox/files.tar.gz");

    ProviderFile {
        variables = Map.copyOf(variables);
        commands = List.copyOf(commands);
    }

    static ProviderFile read(Path file) throws ConfigUnreadableException {
        Map<String, @Nullable Object> values = YamlFile.read(file);
        Map<String, String> variables = new LinkedHashMap<>();
        if (values.get("environment_variables") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> variables.put(String.valueOf(name), value == null ? "" : value.toString()));
        }
        return new ProviderFile(
                variables,
                List.of(
                        command(values.get("auth_command")),
                        command(values.get("files_pull_command")),
                        command(values.get("files_import_command"))));
    }

    private static String command(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get("command") instanceof String script ? script : "";
    }

    /** Whether a pull with it brings files at all, not only databases. */
    boolean bringsFiles() {
        return !commands.get(1).isBlank() || !commands.get(2).isBlank();
    }

    /** Whether it puts files in place by itself; otherwise ddev puts them into the first upload directory. */
    boolean importsFiles() {
        return !commands.get(2).isBlank();
    }

    /** The environment its scripts see: the given one, and the file's own variables over it. */
    Map<String, String> with(Map<String, String> environment) {
        Map<String, String> both = new LinkedHashMap<>(environment);
        both.putAll(variables);
        return both;
    }

    /** Whether it holds no example's placeholder and every variable that its scripts insist on has a value. */
    boolean filledIn(Map<String, String> environment) {
        Map<String, String> all = with(environment);
        TreeSet<String> required = new TreeSet<>();
        for (String command : commands) {
            Matcher matcher = REQUIRED.matcher(command);
            while (matcher.find()) {
                required.add(matcher.group(1));
            }
        }
        return Stream.concat(variables.values().stream(), commands.stream())
                        .noneMatch(text -> PLACEHOLDERS.stream().anyMatch(text::contains))
                && variables.values().stream().noneMatch(String::isBlank)
                && required.stream()
                        .noneMatch(name -> all.getOrDefault(name, "").isBlank());
    }
}
