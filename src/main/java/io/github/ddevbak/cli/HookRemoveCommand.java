package io.github.ddevbak.cli;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the hook from projects. */
@Command(name = "remove", description = "Remove what 'install' wrote; a file that was edited since is left alone.")
final class HookRemoveCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(names = "--ddev-command", description = "Also the global command 'ddev backup'.")
    boolean command;

    HookRemoveCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        List<String> removed = new ArrayList<>();
        Hooks hooks = root.useCases.unattended().hooks();
        for (Project project : HookInstallCommand.chosen(root, configuration, projects, console)) {
            if (root.options.dryRun || hooks.remove(project)) {
                removed.add(Hooks.file(project.approot()).toString());
            }
        }
        BackupCommandFile backup = root.useCases.backupCommand();
        if (command && (root.options.dryRun || backup.remove())) {
            removed.add(backup.path().toString());
        }
        if (console.json()) {
            console.document(Json.document("hook")
                    .with("exitCode", ExitCode.OK.number())
                    .with("removed", root.options.dryRun ? List.of() : removed));
        } else if (!console.quiet()) {
            removed.forEach(file ->
                    console.line((root.options.dryRun ? "would be removed: " : "removed: ") + Printable.text(file)));
            if (removed.isEmpty()) {
                console.line("There was no hook.");
            }
        }
        return ExitCode.OK.number();
    }
}
