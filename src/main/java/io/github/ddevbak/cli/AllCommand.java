package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.PruneJson;
import io.github.ddevbak.report.PruneText;
import io.github.ddevbak.schedule.JobEnvironment;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.CopySettings;
import io.github.ddevbak.settings.Preferences;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.LockHeldException;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.ScheduleFiring;
import io.github.ddevbak.upkeep.CopyResult;
import io.github.ddevbak.upkeep.PruneResult;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a set of every part of every project. */
final class AllCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Back up every part of every project, and judge each: the job for cron and launchd.";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Flag noDump = declaration.flag("--no-dump", "Do not dump databases as SQL.");

    private final Flag noSnapshot = declaration.flag("--no-snapshot", "Have ddev take no snapshots.");

    private final DumpFormatOption format = new DumpFormatOption(declaration);

    private final Single<String> copyFiles = declaration.text(
            "--copy-files",
            "WHEN",
            new Choices.OfCopies(),
            "Copy user files into the set: auto, always or never (default: auto, where no upstream is"
                    + " known and they are at most files.copy-max).");

    private final Flag rehash = declaration.flag(
            "--rehash", "Read every user file, also where size, times and inode say that it is unchanged.");

    private final Flag noRescue =
            declaration.flag("--no-rescue", "Leave out of the set what no remote has of the code.");

    private final Flag volumes = declaration.flag(
            "--volumes", "Also store the Docker volumes of add-on services, which are paused meanwhile.");

    private final Require require = new Require(declaration);

    private final RescueLimit limit = new RescueLimit(declaration);

    private final LaterOptions later = new LaterOptions(declaration);

    AllCommand(DdevbakCommand root) {
        super(root, "all", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options
                .configuration(root.shell)
                .preferring(limit.preferences(false, noRescue.given()).over(preferences()));
        boolean dump = configuration.dump() && !noDump.given();
        boolean snapshot = configuration.snapshot() && !noSnapshot.given();
        if (!dump && !snapshot && configuration.parts().contains(Part.DATABASE)) {
            throw new UsageException("neither a dump nor a snapshot would leave nothing of a database: use"
                    + " '--only code,config,files' if that is meant.");
        }
        boolean everything = !projects.names.given() && configuration.folders().isEmpty();
        Request request = new Request(
                words(configuration, everything || projects.all.given()),
                projects.selection(configuration, everything),
                new Wish(parts(configuration), dump, snapshot, Set.of())
                        .rehashing(rehash.given())
                        .in(format.format().orElse(configuration.databases().format())),
                root.shell.workingDirectory());
        Console console = root.console();
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (root.options.dryRun.given()) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        ToldOfRuns told = new ToldOfRuns(
                root.useCases.notices(configuration),
                request.command(),
                request.wish().parts(),
                console);
        return told.of(() -> attempted(configuration, request, backups, console, told));
    }

    /** Which projects it is about, so that no run is taken for one about others. */
    private String words(Configuration configuration, boolean everything) {
        Stream<String> some = Stream.concat(
                projects.names.all().stream().map(name -> " " + name),
                configuration.folders().stream().map(folder -> " --project-dir " + folder));
        Stream<String> without = root.options.exclude.all().stream().map(glob -> Request.WITHOUT + glob);
        return Stream.of(Stream.of(Request.EVERYTHING), everything ? Stream.<String>empty() : some, without)
                .flatMap(words -> words)
                .collect(Collectors.joining());
    }

    private Ended attempted(
            Configuration configuration, Request request, Backups backups, Console console, ToldOfRuns told) {
        Optional<RunRecord> young = later.age().flatMap(age -> backups.younger(request, age));
        if (young.isPresent()) {
            return done(console, young.get());
        }
        Optional<String> missing = missingDocker(configuration);
        if (missing.isPresent() && later.softFail.given()) {
            return tryAgain(console, "Docker does not answer: " + Printable.text(missing.get()));
        }
        told.begins();
        try {
            return run(configuration, request, backups, console);
        } catch (LockHeldException e) {
            if (!later.softFail.given()) {
                throw e;
            }
            return tryAgain(console, String.valueOf(e.getMessage()));
        }
    }

    private Set<Part> parts(Configuration configuration) {
        Set<Part> parts = EnumSet.copyOf(configuration.parts());
        if (volumes.given()) {
            parts.add(Part.VOLUMES);
        }
        return parts;
    }

    private Ended run(Configuration configuration, Request request, Backups backups, Console console) {
        Unattended unattended = root.useCases.unattended();
        unattended.hooks().findings().forEach(finding -> console.listener().told("", finding));
        fired(console, ScheduleFiring.done(root.clock.instant()));
        RunResult made = backups.sets(request, console.listener());
        ExitCode copied = copied(configuration, made, console);
        RunResult result = root.useCases.survival(configuration).over(made);
        result.projects().stream()
                .filter(AllCommand::savedDatabase)
                .forEach(project -> unattended.hooks().good(project.project().name()));
        ExitCode code = ExitCode.of(result)
                .or(copied)
                .or(require.of(
                        result.projects(), one -> one.project().name().text(), ProjectResult::judgement, console));
        RunRecord record = backups.record(result, code.number(), true, console.listener());
        if (!console.json()) {
            console.run(result, record, "run", true, configuration.dest());
        }
        Optional<PruneResult> pruned = root.useCases.pruner(configuration).after(result);
        ExitCode both = pruned.map(ExitCode::of).map(code::or).orElse(code);
        Json document = PruneJson.after(Json.of(record), pruned, both.number());
        if (console.json()) {
            console.document(document);
        }
        pruned.ifPresent(gone -> tell(gone, console));
        return new Ended(both.number(), document, Optional.of(record), "", true);
    }

    /** Off the machine goes what was just sealed: only then is it known what the projects outlive. */
    private ExitCode copied(Configuration configuration, RunResult result, Console console) {
        CopySettings copy = configuration.copy();
        if (!copy.afterAll() || copy.repositories().isEmpty() || result.cancelled()) {
            return ExitCode.OK;
        }
        CopyTold told = new CopyTold(console, root.clock);
        try {
            CopyResult copies = root.useCases.copies(configuration).after(result, copy.repositories(), told);
            told.troubles(copies);
            return ExitCode.ofRemote(copies.findings(), copies.cancelled());
        } catch (RemoteException restic) {
            console.tell(restic.finding());
            return ExitCode.ofRemote(List.of(restic.finding()), false);
        } catch (LockHeldException removing) {
            Finding notNow = Finding.error(
                    "copy.locked",
                    "nothing was copied off this machine: " + removing.getMessage(),
                    "Run 'ddevbak copy', or wait for the next run.");
            console.tell(notNow);
            return ExitCode.ofRemote(List.of(notNow), false);
        }
    }

    private static boolean savedDatabase(ProjectResult project) {
        return project.parts().stream()
                .anyMatch(part ->
                        part.part() == Part.DATABASE && part.state().good() && part.state() != PartState.SKIPPED);
    }

    /** Why Docker is not there after waiting; empty where it is, or nobody waits for it. */
    private Optional<String> missingDocker(Configuration configuration) {
        boolean asks = later.softFail.given() || later.patience().isPresent();
        return asks && configuration.parts().contains(Part.DATABASE)
                ? root.useCases.dockerWait().missing(later.patience().orElse(Duration.ZERO))
                : Optional.empty();
    }

    /** Nobody is told: they heard of the run that did it. */
    private Ended done(Console console, RunRecord young) {
        String sentence =
                "The run " + young.id() + " is younger than " + later.ifOlderThan.value() + ": nothing was done.";
        fired(console, ScheduleFiring.done(root.clock.instant()));
        if (!console.json() && !console.quiet()) {
            console.line(sentence);
        }
        return nothingDone(console, ExitCode.OK, sentence, false);
    }

    private Ended tryAgain(Console console, String why) {
        fired(console, ScheduleFiring.later(root.clock.instant(), why));
        console.error("ddevbak: nothing was done, try again later. " + why);
        return nothingDone(console, ExitCode.LATER, why, true);
    }

    private static Ended nothingDone(Console console, ExitCode code, String why, boolean worthTelling) {
        Json document =
                Json.document("nothing-done").with("exitCode", code.number()).with("why", why);
        if (console.json()) {
            console.document(document);
        }
        return new Ended(code.number(), document, Optional.empty(), why, worthTelling);
    }

    /** Notes that the schedule is alive, where it is what started this. */
    private void fired(Console console, ScheduleFiring firing) {
        if (!root.shell.variable(JobEnvironment.SCHEDULED).isEmpty()) {
            try {
                root.useCases.unattended().schedules().fired(firing);
            } catch (DestinationException e) {
                console.error("ddevbak: " + e.getMessage());
            }
        }
    }

    /** Old sets go last, once what is new is saved and told. */
    private static void tell(PruneResult gone, Console console) {
        if (!gone.removed().isEmpty() && !console.quiet()) {
            new PruneText(console.ink(), false, console.columns()).done(gone).forEach(console::aside);
        }
        PruneCommand.findings(console, gone);
    }

    private Preferences preferences() {
        return new Preferences(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                GlobalOptions.copyFiles("--copy-files", copyFiles.orNull()),
                Optional.empty());
    }
}
