package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;

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
        for (Project project :
                HookInstallCommand.hooked(root, configuration, projects, command, console, hooks::others)) {
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
}
