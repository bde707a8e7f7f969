package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the hook from projects. */
final class HookRemoveCommand extends Command {
    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Flag command = declaration.flag("--ddev-command", "Also the global command 'ddev backup'.");

    HookRemoveCommand(DdevbakCommand root) {
        super(root, "remove", "Remove what 'install' wrote; a file that was edited since is left alone.");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        List<String> removed = new ArrayList<>();
        Hooks hooks = root.useCases.unattended().hooks();
        for (Project project : hooked(configuration, console, hooks)) {
            if (root.options.dryRun.given() || hooks.remove(project)) {
                removed.add(Hooks.file(project.approot()).toString());
            }
        }
        BackupCommandFile backup = root.useCases.backupCommand();
        if (command.given() && (root.options.dryRun.given() || backup.remove())) {
            removed.add(backup.path().toString());
        }
        if (console.json()) {
            console.document(Json.document("hook")
                    .with("exitCode", ExitCode.OK.number())
                    .with("removed", root.options.dryRun.given() ? List.of() : removed));
        } else if (!console.quiet()) {
            removed.forEach(file -> console.line(
                    (root.options.dryRun.given() ? "would be removed: " : "removed: ") + Printable.text(file)));
            if (removed.isEmpty()) {
                console.line("There was no hook.");
            }
        }
        return ExitCode.OK.number();
    }

    /** Those that are meant, and among them those that only our own notes still know. */
    private List<Project> hooked(Configuration configuration, Console console, Hooks hooks) {
        if (command.given() && !projects.given(configuration)) {
            return List.of();
        }
        Selection asked = projects.selection(configuration, false);
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        Selection every = new Selection(List.of(), true, List.of(), List.of());
        List<Project> meant = hooks.others(backups.projects(HookInstallCommand.request(root, every))).stream()
                .filter(one ->
                        asked.everything() || asked.names().contains(one.name().text()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> names = asked.names().stream()
                .filter(name ->
                        meant.stream().noneMatch(one -> one.name().text().equals(name)))
                .toList();
        if (meant.isEmpty()
                || asked.everything()
                || !names.isEmpty()
                || !asked.folders().isEmpty()) {
            meant.addAll(backups.projects(HookInstallCommand.request(
                    root, new Selection(names, asked.everything(), asked.folders(), asked.excludes()))));
        }
        return meant;
    }
}
