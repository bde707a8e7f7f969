package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.DoctorJson;
import io.github.ddevbak.report.DoctorText;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.JobTrial;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.upkeep.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Looks whether the environment works. */
final class DoctorCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Look whether ddevbak can work here, and say what to mend; exits 10 where it cannot, 0 where it can, with"
                    + " warnings or without.";

    private final Flag asScheduled = declaration.flag(
            "--as-scheduled", "Look as the job of the installed schedule would: by its program, in its environment.");

    DoctorCommand(DdevbakCommand root) {
        super(root, "doctor", SUMMARY, "");
    }

    @Override
    public Integer call() {
        Console console = root.console();
        if (asScheduled.given()) {
            JobTrial.Tried tried = root.useCases.jobTrial().run(List.of("doctor", "--json"));
            return told(
                    console,
                    checks(tried),
                    document -> document.with("asScheduled", tried.schedule().system())
                            .with("environment", new TreeMap<>(tried.environment())));
        }
        Configuration configuration = root.options.configuration(root.shell);
        root.useCases.tidy(configuration, console.listener());
        return told(
                console,
                root.useCases.doctor(configuration).examine(new RemoteProgress(console, root.clock)),
                document -> document);
    }

    private static int told(Console console, List<Check> checks, UnaryOperator<Json> more) {
        boolean failed = checks.stream().anyMatch(c -> c.health() == Check.Health.FAILED);
        ExitCode code = failed ? ExitCode.ENVIRONMENT : ExitCode.OK;
        if (console.json()) {
            console.document(more.apply(DoctorJson.of(checks, code.number())));
        } else {
            new DoctorText(console.ink(), console.quiet(), console.columns())
                    .of(checks)
                    .forEach(console::line);
        }
        return code.number();
    }

    /** What the job's program found, after what it was run with. */
    private static List<Check> checks(JobTrial.Tried tried) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "job",
                Check.Health.OK,
                tried.schedule().system() + ", " + tried.schedule().rhythm() + ", with PATH="
                        + Printable.text(tried.environment().getOrDefault("PATH", "(none)")),
                ""));
        DoctorJson.checks(tried.result().stdout())
                .ifPresentOrElse(
                        checks::addAll,
                        () -> checks.add(new Check(
                                "program",
                                Check.Health.FAILED,
                                Printable.text(tried.schedule().command().get(0)) + " does not work there: "
                                        + tried.result().ending().words() + ", "
                                        + Printable.text(tried.result().lastWords()),
                                "Install the schedule again from where ddevbak and Java are now.")));
        return checks;
    }
}
