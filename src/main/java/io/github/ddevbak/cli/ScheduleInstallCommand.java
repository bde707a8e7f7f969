package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.schedule.JobMaker;
import io.github.ddevbak.schedule.Rhythm;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.schedule.TimerSystem;
import io.github.ddevbak.schedule.Timers;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.store.InstalledSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Installs the schedule, or prints what it would write. */
final class ScheduleInstallCommand extends Command {
    private final Single<String> daily = declaration.text("--daily", "HH:MM", "Every day at that time, such as 12:30.");

    private final Single<String> every =
            declaration.text("--every", "DURATION", "At equal distances: 15m, 30m, 1h, 2h, 3h, 4h, 6h or 12h.");

    private final Single<String> weekly =
            declaration.text("--weekly", "'DAY HH:MM'", "Every week, such as 'sun 12:30'.");

    private final Single<String> system = declaration.text(
            "--system",
            "NAME",
            new Choices.OfTimers(),
            "cron, systemd or launchd (default: the first that works here: launchd, systemd, cron).");

    ScheduleInstallCommand(DdevbakCommand root) {
        super(
                root,
                "install",
                "Have 'all' started at its time, in the place of an earlier schedule.",
                "",
                "--config, --dest, --only, --exclude, --project-dir, --timeout and --jobs are passed on to the job. Its environment is"
                        + " that of now: HOME, XDG_*, DDEV_*, DOCKER_*, DDEVBAK_*, the proxies and a PATH with ddev, docker, git and"
                        + " java; what looks like a secret is left out.",
                "");
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        Rhythm rhythm = rhythm();
        Schedules schedules = root.useCases.unattended().schedules();
        Timers timers = schedules.choose(asked());
        JobMaker.Made made = root.useCases.jobMaker().make(timers.system(), rhythm, passedOn(configuration));
        made.leftOut()
                .forEach(name -> console.error("ddevbak: " + name + " looks like a secret and was not passed on to the"
                        + " job; give it in a file, or by a command, where that can be."));
        made.missing()
                .forEach(name -> console.error("ddevbak: " + name + " is not on PATH now, so the job will not find it."
                        + " Put it there and install the schedule again."));
        if (root.options.dryRun.given()) {
            print(console, timers, rhythm, timers.texts(made.job()), "would be written");
            return ExitCode.OK.number();
        }
        InstalledSchedule installed = schedules.install(timers, made.job(), configuration.dest());
        if (console.json() || console.quiet()) {
            print(console, timers, rhythm, installed.texts(), "written");
        } else {
            console.line("Installed: " + rhythm.words() + ", by " + installed.system() + ", into "
                    + Printable.text(installed.destination()) + ".");
            schedules.condition(installed).ifPresent(console::line);
            console.line("See 'ddevbak schedule show' for what was written, and 'ddevbak schedule status' for how it"
                    + " fares.");
        }
        return ExitCode.OK.number();
    }

    private static void print(Console console, Timers timers, Rhythm rhythm, Map<String, String> texts, String done) {
        if (console.json()) {
            console.document(Json.document("schedule")
                    .with("exitCode", ExitCode.OK.number())
                    .with("system", timers.system().word())
                    .with("rhythm", rhythm.words())
                    .with("texts", texts));
        } else if (!console.quiet()) {
            texts.forEach((where, text) -> ScheduleShowCommand.text(console, where + ", " + done, text));
        }
    }

    private Rhythm rhythm() {
        if (Stream.of(daily, every, weekly).filter(Single::given).count() != 1) {
            throw new UsageException("say when, once: --daily 12:30, --every 6h or --weekly 'sun 12:30'.");
        }
        if (daily.given()) {
            return Rhythm.daily(daily.value());
        }
        if (weekly.given()) {
            return Rhythm.weekly(weekly.value());
        }
        return new Rhythm.Every(
                GlobalOptions.duration("--every", every.orNull(), "").orElseThrow());
    }

    private Optional<TimerSystem> asked() {
        String word = system.orNull();
        if (word == null) {
            return Optional.empty();
        }
        Optional<TimerSystem> parsed = TimerSystem.parse(word);
        if (parsed.isEmpty()) {
            throw new UsageException(
                    "there is no system '" + Printable.text(word) + "': --system takes " + TimerSystem.words() + ".");
        }
        return parsed;
    }

    /** The options said now, in words that do not depend on the current folder. */
    private List<String> passedOn(Configuration configuration) {
        List<String> words = new ArrayList<>();
        GlobalOptions options = root.options;
        if (options.configNamed(root.shell)) {
            words.addAll(List.of(
                    "--config", options.configFile(root.shell).normalize().toString()));
        }
        if (options.dest.given() || !root.shell.variable("DDEVBAK_DEST").isEmpty()) {
            words.addAll(List.of("--dest", configuration.dest().toString()));
        }
        if (options.only.given()) {
            words.addAll(List.of("--only", String.join(",", options.only.all())));
        }
        options.timeout.said().ifPresent(timeout -> words.addAll(List.of("--timeout", timeout)));
        options.jobs.said().ifPresent(jobs -> words.addAll(List.of("--jobs", jobs)));
        options.exclude.all().forEach(glob -> words.addAll(List.of("--exclude", glob)));
        configuration.folders().forEach(folder -> words.addAll(List.of("--project-dir", folder.toString())));
        return words;
    }
}
