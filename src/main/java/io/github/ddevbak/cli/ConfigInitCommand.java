package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.NewSettings;
import io.github.ddevbak.settings.SettingsScope;
import java.nio.file.Path;

/** Writes a first configuration file, or prints it. */
final class ConfigInitCommand extends Command {
    private final Flag project = declaration.flag("--project", "The current project's own, .ddev/ddevbak.yaml.");

    ConfigInitCommand(DdevbakCommand root) {
        super(
                root,
                "init",
                "Write a commented configuration in which nothing is set yet, never over a file; -n prints it.",
                "",
                "Without --project it is the machine's: $XDG_CONFIG_HOME/ddevbak/config.yaml, or what -c names.",
                "");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        SettingsScope scope = project.given() ? SettingsScope.PROJECT : SettingsScope.MACHINE;
        Path file = project.given() ? ofProject() : root.options.configFile(root.shell);
        String text = NewSettings.text(scope);
        boolean dry = root.options.dryRun.given();
        if (!dry) {
            NewFile.write(file, text);
        }
        if (console.json()) {
            console.document(Json.document("config-init")
                    .with("exitCode", ExitCode.OK.number())
                    .with("file", file.toString())
                    .with("written", !dry)
                    .with("text", text));
        } else if (dry) {
            text.lines().forEach(console::line);
        } else if (!console.quiet()) {
            console.line("written: " + Printable.text(file.toString()));
            console.line("Nothing is set in it yet: take the '#' away from what you want, then run 'ddevbak config"
                    + " validate'.");
        }
        return ExitCode.OK.number();
    }

    private Path ofProject() {
        return CurrentProject.folder(root.options, root.shell)
                .map(SettingsScope::projectFile)
                .orElseThrow(() -> new UsageException("this folder is in no DDEV project (there is no"
                        + " .ddev/config.yaml in it or above): go into one, or name it with --project-dir."));
    }
}
