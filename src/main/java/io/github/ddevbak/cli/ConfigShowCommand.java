package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.EffectiveValues;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.settings.SettingKey;
import io.github.ddevbak.settings.SettingKeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what holds here, and where each value comes from. */
final class ConfigShowCommand extends Command {
    ConfigShowCommand(DdevbakCommand root) {
        super(
                root,
                "show",
                "Show what holds here, and where each value comes from: an option, a variable, a file and its line.",
                "",
                "What the project of the current folder says itself is in it. Secrets are not shown.",
                "");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Configuration configuration = root.options.configuration(root.shell);
        Optional<Path> approot = CurrentProject.folder(root.options, root.shell);
        ProjectSettings project = approot.map(configuration::at).orElseGet(configuration::withoutItsOwn);
        Map<String, Object> values = EffectiveValues.of(configuration, project);
        SettingOrigins origins = new SettingOrigins(root.options, root.shell, approot);
        if (console.json()) {
            Json document = Json.document("config-show").with("exitCode", ExitCode.OK.number());
            approot.ifPresent(folder -> document.with("project", folder.toString()));
            console.document(document.with(
                    "settings",
                    SettingKeys.valued().stream()
                            .map(key -> fields(key, values.get(key.name()), origins.of(key)))
                            .toList()));
        } else {
            console.line(approot.map(folder -> "What holds for the project in " + Printable.text(folder.toString()))
                            .orElse("What holds where a project says nothing itself")
                    + ":");
            SettingKeys.valued().forEach(key -> row(console, key, values.get(key.name()), origins.of(key)));
        }
        return ExitCode.OK.number();
    }

    private static Map<String, Object> fields(SettingKey key, @Nullable Object value, SettingOrigins.Origin origin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key.name());
        if (value != null) {
            fields.put("value", value);
        }
        fields.put("from", origin.kind());
        if (!origin.name().isEmpty()) {
            fields.put("name", origin.name());
        }
        if (origin.line() > 0) {
            fields.put("line", origin.line());
        }
        return fields;
    }

    private static void row(Console console, SettingKey key, @Nullable Object value, SettingOrigins.Origin origin) {
        String padded = key.name() + " ".repeat(Math.max(1, 18 - key.name().length()));
        console.line(padded + Printable.text(value == null ? "-" : words(value)) + "  ("
                + Printable.text(origin.words()) + ")");
    }

    private static String words(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "-"
                    : list.stream().map(ConfigShowCommand::words).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }
}
