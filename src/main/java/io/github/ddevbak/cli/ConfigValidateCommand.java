package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.Objections;
import io.github.ddevbak.settings.SettingsScope;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells everything that is wrong with configuration files. */
final class ConfigValidateCommand extends Command {
    private final Several<Path> files = declaration.arguments(Path.class, "FILE", "Files to check in their place.");

    ConfigValidateCommand(DdevbakCommand root) {
        super(
                root,
                "validate",
                "Tell everything that is wrong with the configuration: exit code 2, or 0 where nothing is.",
                "",
                "Without FILE: the machine's and the current project's own. A .ddev/ddevbak.yaml is checked as a project's.",
                "");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        Map<Path, List<String>> checked = new LinkedHashMap<>();
        meant().forEach(file -> checked.put(file, Objections.to(file, scope(file))));
        boolean fine = checked.values().stream().allMatch(List::isEmpty);
        ExitCode code = fine ? ExitCode.OK : ExitCode.USAGE;
        if (console.json()) {
            console.document(Json.document("config-validate")
                    .with("exitCode", code.number())
                    .with(
                            "files",
                            checked.keySet().stream()
                                    .map(file -> fields(file, checked.getOrDefault(file, List.of())))
                                    .toList()));
        } else {
            checked.values().forEach(objections -> objections.forEach(console::line));
            if (fine && !console.quiet()) {
                console.line(praise(checked));
            }
        }
        return code.number();
    }

    private SettingsScope scope(Path file) {
        return files.given() || !file.equals(root.options.configFile(root.shell))
                ? SettingsScope.of(file)
                : SettingsScope.MACHINE;
    }

    /** A file that nobody named may be missing. */
    private List<Path> meant() {
        if (files.given()) {
            return files.all().stream()
                    .map(file -> root.shell.workingDirectory().resolve(file).normalize())
                    .toList();
        }
        List<Path> usual = new ArrayList<>();
        Path machine = root.options.configFile(root.shell);
        if (root.options.configNamed(root.shell) || there(machine)) {
            usual.add(machine);
        }
        CurrentProject.folder(root.options, root.shell)
                .map(SettingsScope::projectFile)
                .filter(ConfigValidateCommand::there)
                .ifPresent(usual::add);
        return usual;
    }

    private static boolean there(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Map<String, Object> fields(Path file, List<String> objections) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.toString());
        fields.put("objections", objections);
        return fields;
    }

    private String praise(Map<Path, List<String>> checked) {
        if (checked.isEmpty()) {
            return "There is no configuration file ("
                    + Printable.text(root.options.configFile(root.shell).toString())
                    + "), so the defaults hold; 'ddevbak config init' writes one.";
        }
        String named = checked.keySet().stream()
                .map(Path::toString)
                .map(Printable::text)
                .collect(Collectors.joining(" and "));
        return named + (checked.size() == 1 ? " is fine." : " are fine.");
    }
}
