package io.github.ddevbak.cli;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how the hooks stand. */
final class HookStatusCommand extends Command {
    private final ProjectArguments projects = new ProjectArguments(declaration);

    HookStatusCommand(DdevbakCommand root) {
        super(
                root,
                "status",
                "How the hooks stand (present, changed, lost, none, foreign), and what failed; exits 1 where a"
                        + " hook is not as it was installed, or its last snapshot was not taken.");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Hooks hooks = root.useCases.unattended().hooks();
        boolean named = projects.names.given()
                || projects.all.given()
                || !configuration.folders().isEmpty();
        List<Project> chosen = named ? HookInstallCommand.chosen(root, configuration, projects, console) : List.of();
        List<Hooks.Hook> found = hooks.look(chosen);
        List<Finding> findings = hooks.findings();
        boolean command = root.useCases.backupCommand().present();
        ExitCode code = findings.isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
        if (console.json()) {
            console.document(Json.document("hook")
                    .with("exitCode", code.number())
                    .with("hooks", found.stream().map(HookStatusCommand::fields).toList())
                    .with("ddevCommand", command)
                    .with("findings", Json.findings(findings)));
            return code.number();
        }
        if (!console.quiet()) {
            found.forEach(hook -> console.line(hook.project() + "  "
                    + hook.state().word() + "  " + Printable.text(hook.file().toString())));
            if (found.isEmpty()) {
                console.line("No project has a hook of ddevbak's. Give it one with 'ddevbak hook install'.");
            }
            console.line("'ddev backup' is "
                    + (command ? "there." : "not installed: 'ddevbak hook install" + " --ddev-command' does."));
        }
        findings.forEach(finding -> ScheduleStatusCommand.finding(console, finding));
        return code.number();
    }

    private static Map<String, Object> fields(Hooks.Hook hook) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", hook.project());
        fields.put("state", hook.state().word());
        fields.put("file", hook.file().toString());
        return fields;
    }
}
