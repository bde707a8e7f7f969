package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Plan;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.process.Deadline;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.schedule.HookFile;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.settings.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the hook calls: a snapshot of the project that ddev is about to stop, and a note where there is none. */
final class HookRunCommand extends Command {
    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Single<String> limit = declaration.text("--limit", "DURATION", "Longest time (default: 5m).");

    HookRunCommand(DdevbakCommand root) {
        super(root, "run", "What the hook calls: take a snapshot of the running project, and note where that failed.");
        declaration.hidden();
    }

    @Override
    public Integer call() {
        Optional<ProjectName> name = ProjectName.parse(root.shell.variable("DDEV_PROJECT"));
        Hooks hooks = root.useCases.unattended().hooks();
        try (Deadline deadline = root.useCases.within(
                GlobalOptions.duration("--limit", limit.orNull(), "").orElse(HookFile.LIMIT))) {
            return snapshot(hooks);
        } catch (RuntimeException e) {
            // Whatever it was: ddev goes on and nobody looks at this output.
            name.ifPresent(project -> hooks.failed(project, Failures.of(e).sentence()));
            throw e;
        }
    }

    private int snapshot(Hooks hooks) {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        Request request = HookInstallCommand.request(root, configuration, projects);
        List<Plan.ProjectPlan> plans = backups.plan(request).projects();
        for (Plan.ProjectPlan plan : plans) {
            if (plan.project().status() != ProjectStatus.RUNNING) {
                return notRunning(hooks, plan.project().name(), plan.project().status());
            }
        }
        RunResult result = backups.snapshots(request, Optional.empty(), console.listener());
        result.projects().forEach(done -> {
            ProjectName project = done.project().name();
            if (done.parts().stream().anyMatch(part -> part.state() == PartState.FAILED)) {
                hooks.failed(
                        project,
                        done.parts().stream()
                                .flatMap(part -> part.findings().stream())
                                .map(Finding::sentence)
                                .collect(Collectors.joining(" ")));
            } else {
                hooks.good(project);
            }
        });
        if (result.projects().isEmpty()) {
            plans.forEach(plan -> hooks.failed(plan.project().name(), "it was interrupted before it began"));
        }
        return ExitCode.of(result).number();
    }

    /** A project at rest has not changed since; one that does not answer cannot be saved without starting it. */
    private int notRunning(Hooks hooks, ProjectName project, ProjectStatus status) {
        if (status == ProjectStatus.STOPPED || status == ProjectStatus.PAUSED) {
            hooks.nothing(project);
            return ExitCode.OK.number();
        }
        hooks.failed(project, "it was " + status.word() + ", and only a running project is saved before it is stopped");
        return ExitCode.INCOMPLETE.number();
    }
}
