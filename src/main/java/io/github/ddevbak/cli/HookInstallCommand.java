package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.HookFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives projects their hook. */
final class HookInstallCommand extends Command {
    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Single<String> limit =
            declaration.text("--limit", "DURATION", "How long 'ddev stop' may be held up: 10s to 1h (default: 5m).");

    private final Flag command = declaration.flag(
            "--ddev-command",
            "Write the global command with which 'ddev backup' runs 'ddevbak all' on a project; a hook only where"
                    + " projects are named, too.");

    HookInstallCommand(DdevbakCommand root) {
        super(
                root,
                "install",
                "Write .ddev/config.ddevbak.yaml, with which ddev calls ddevbak before it stops the project.");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        HookFile hook = new HookFile(
                root.useCases.jobMaker().program(),
                GlobalOptions.duration("--limit", limit.orNull(), "").orElse(HookFile.LIMIT));
        List<String> written = new ArrayList<>();
        List<Project> hooked = hooked(root, configuration, projects, command, console, known -> List.of());
        for (Project project : hooked) {
            written.add(Hooks.file(project.approot()).toString());
            if (!root.options.dryRun.given()) {
                root.useCases.unattended().hooks().install(project, hook);
            }
        }
        BackupCommandFile backup = root.useCases.backupCommand();
        if (command.given()) {
            written.add(backup.path().toString());
            if (!root.options.dryRun.given()) {
                backup.install();
            }
        }
        tell(console, written, !hooked.isEmpty());
        return ExitCode.OK.number();
    }

    private void tell(Console console, List<String> written, boolean hooks) {
        if (console.json()) {
            console.document(Json.document("hook")
                    .with("exitCode", ExitCode.OK.number())
                    .with("written", root.options.dryRun.given() ? List.of() : written));
        } else if (!console.quiet()) {
            written.forEach(file -> console.line(
                    (root.options.dryRun.given() ? "would be written: " : "written: ") + Printable.text(file)));
            if (hooks) {
                console.line("Git does not ignore .ddev/config.ddevbak.yaml: commit it (it does nothing where there is"
                        + " no ddevbak), or add it to .git/info/exclude.");
            }
        }
    }

    /**
     * Those whose hooks are meant; none where it is about the global command alone.
     *
     * @param beside makes of the known projects the others that may be meant, too
     */
    static List<Project> hooked(
            DdevbakCommand root,
            Configuration configuration,
            ProjectArguments projects,
            Flag command,
            Console console,
            UnaryOperator<List<Project>> beside) {
        return command.given() && !projects.given(configuration)
                ? List.of()
                : root.useCases
                        .backups(configuration, console.progress()::bytes)
                        .projects(request(root, configuration, projects), beside);
    }

    /** The projects that are meant; ddev is not asked. */
    static List<Project> chosen(
            DdevbakCommand root, Configuration configuration, ProjectArguments projects, Console console) {
        return root.useCases
                .backups(configuration, console.progress()::bytes)
                .projects(request(root, configuration, projects));
    }

    static Request request(DdevbakCommand root, Configuration configuration, ProjectArguments projects) {
        return new Request(
                "hook",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.DATABASE), false, true, Set.of()),
                root.shell.workingDirectory());
    }
}
