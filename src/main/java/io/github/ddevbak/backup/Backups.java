package io.github.ddevbak.backup;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The commands that look at or save projects, from the survey to the result. */
public final class Backups {
    /** Repositories that are asked about at once: git mostly waits for the disk, and is a process of its own. */
    private static final int GIT_THREADS = 4;

    /** Exit codes of runs that could not use what they need, and were to be tried again. */
    private static final Set<Integer> NOT_DONE = Set.of(2, 10, 11, 12, 75);

    private static final int INTERRUPTED = 130;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final ExclusiveRun exclusive;
    private final BackupRun run;
    private final DatabasePart database;
    private final CodePart code;
    private final Destination destination;
    private final Accepting accepting;
    private final Jobs jobs;
    private final Cancellation cancellation;
    private final Clock clock;

    public Backups(
            ExclusiveRun exclusive,
            BackupRun run,
            DatabasePart database,
            CodePart code,
            Destination destination,
            ProjectSettings.Lookup settings,
            Jobs jobs,
            Cancellation cancellation,
            Clock clock) {
        this.jobs = jobs;
        this.exclusive = exclusive;
        this.run = run;
        this.database = database;
        this.code = code;
        this.destination = destination;
        this.accepting = new Accepting(settings);
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** What a run would do; nothing is locked, started or written. */
    public Plan plan(Request request) {
        Surveyed surveyed = exclusive.look(request.selection().folders());
        return Planner.plan(chosen(request, surveyed), request.wish());
    }

    /** Makes a set of each chosen project. */
    public RunResult sets(Request request, Listener listener) {
        return locked(request, listener, (surveyed, projects) -> {
            Done made = made(request, surveyed, projects, listener);
            List<ProjectFinding> findings = new ArrayList<>();
            if (request.selection().everything() && request.wish().wants(Part.CONFIG) && !cancellation.requested()) {
                run.saveGlobal(surveyed.globalDir(), surveyed.versions()).ifPresent(findings::add);
            }
            return new Done(made.results(), findings);
        });
    }

    private Done made(Request request, Surveyed surveyed, List<Project> projects, Listener listener) {
        refuseDestinationInside(surveyed.projects());
        destination.prepare();
        for (String removed : destination.removePartials()) {
            listener.told("", Finding.warning("store.partial-removed", removed, ""));
        }
        return new Done(run.run(Planner.plan(projects, request.wish()), surveyed, listener), List.of());
    }

    /** Has ddev take a snapshot of each chosen project; the files stay with ddev. */
    public RunResult snapshots(Request request, Optional<String> named, Listener listener) {
        String name = named.orElseGet(() -> SnapshotNames.own(destination.newRunId(clock.instant())));
        return locked(
                request,
                listener,
                (surveyed, projects) -> eachDatabase(
                        projects,
                        surveyed,
                        request.wish(),
                        listener,
                        (project, voice) -> new StayTarget(
                                project,
                                name,
                                what -> voice.working(project.name().text(), what))));
    }

    /** Dumps one database of one project into a file. */
    public RunResult exportTo(Request request, Path file, Listener listener) {
        return locked(request, listener, (surveyed, projects) -> {
            if (projects.size() != 1) {
                throw new UnknownProjectException(
                        "--file takes one project, and " + projects.size() + " are meant. Name one.");
            }
            return eachDatabase(
                    projects,
                    surveyed,
                    request.wish(),
                    listener,
                    (project, voice) -> new FileTarget(
                            project, file, what -> voice.working(project.name().text(), what)));
        });
    }

    /**
     * The newest run of the same command, or of every project where that leaves some out, that came to its end, had all
     * these parts in it, and is younger than that.
     * One that could not use ddev, and one from the future, do not count.
     */
    public Optional<RunRecord> younger(Request request, Duration age) {
        Instant now = clock.instant();
        return destination
                .newestRun(run -> standsFor(run.command(), request.command())
                        && !NOT_DONE.contains(run.exitCode())
                        && run.exitCode() < INTERRUPTED
                        && run.started().isBefore(now.plus(CLOCK_SKEW))
                        && covers(run, request.wish().parts()))
                .filter(run -> run.started().isAfter(now.minus(age)));
    }

    private static boolean standsFor(String done, String asked) {
        return done.equals(asked) || (done.equals(Request.EVERYTHING) && Request.aboutEverything(asked));
    }

    private static boolean covers(RunRecord run, Set<Part> parts) {
        return run.projects().stream()
                .allMatch(project -> parts.stream()
                        .allMatch(part -> project.parts().stream()
                                .anyMatch(had -> had.part() == part && had.state() != PartState.SKIPPED)));
    }

    /** Asks git about each chosen project; without ddev, Docker or a lock, and writes nothing. */
    public RunResult gitCheck(Request request, Listener listener) {
        Instant begin = clock.instant();
        Surveyed surveyed = exclusive.withoutDdev(request.selection().folders());
        List<ProjectResult> results = new ArrayList<>();
        CodeWish wish = request.wish().code();
        String doing = wish.fetch() ? "asking git and the remotes" : "asking git";
        new SideBySide(GIT_THREADS, cancellation::requested)
                .each(
                        chosen(request, surveyed),
                        project -> new Looked(project, accepting.of(project, code.look(project, wish))),
                        project -> listener.working(project.name().text(), doing),
                        looked -> {
                            listener.part(looked.project(), looked.part());
                            results.add(result(
                                    looked.project(),
                                    List.of(looked.part()),
                                    Duration.ofMillis(looked.part().tookMillis()),
                                    listener));
                        });
        return result(request, begin, surveyed, new Done(results, List.of()));
    }

    /** One project's code, looked at. */
    private record Looked(Project project, PartRecord part) {}

    /** The same, and what no remote has goes into a set; takes the lock, and works without ddev. */
    public RunResult rescue(Request request, Listener listener) {
        Instant begin = clock.instant();
        return exclusive.withoutDdev(request.command(), request.selection().folders(), surveyed -> {
            List<Project> projects = chosen(request, surveyed);
            tell(surveyed, projects, request, listener);
            return result(request, begin, surveyed, made(request, surveyed, projects, listener));
        });
    }

    /** The projects of a survey without ddev, for commands that only read files. */
    public List<Project> projects(Request request) {
        return projects(request, known -> List.of());
    }

    /**
     * The same, chosen from more than the survey finds.
     *
     * @param beside makes of those that are known the others that may be meant, too
     */
    public List<Project> projects(Request request, UnaryOperator<List<Project>> beside) {
        List<Project> known =
                exclusive.withoutDdev(request.selection().folders()).projects();
        List<Project> all = new ArrayList<>(known);
        all.addAll(beside.apply(known));
        return request.selection().from(all, request.workingDirectory());
    }

    /** Puts back what a killed run left started; nothing where another run is at work. */
    public void tidy(Listener listener) {
        exclusive.tidy(listener);
    }

    /** Keeps the record of a run; every later run compares its projects. */
    public RunRecord record(RunResult result, int exitCode, boolean keep, Listener listener) {
        RunRecord record = new RunRecord(
                RunRecord.SCHEMA,
                destination.newRunId(result.started()),
                result.command(),
                result.started(),
                result.ended(),
                exitCode,
                result.versions(),
                result.findings().stream().map(ProjectFinding::finding).toList(),
                result.projects().stream().map(Backups::line).toList());
        if (keep) {
            try {
                destination.saveRun(record);
            } catch (DestinationException e) {
                listener.told("", Finding.warning("store.run-not-kept", String.valueOf(e.getMessage()), ""));
            }
        }
        return record;
    }

    private static RunProject line(ProjectResult project) {
        return new RunProject(
                project.project().name().text(),
                project.project().approot().toString(),
                project.set().map(StoredSet::id).orElse(""),
                project.set().map(StoredSet::manifestSha256).orElse(""),
                project.judgement().verdict().word(),
                project.judgement().survives().word(),
                project.parts(),
                project.set().map(set -> set.record().bytes()).orElse(0L),
                project.took().toMillis());
    }

    /** What a command does to its projects while it holds the lock. */
    @FunctionalInterface
    private interface Work {
        Done on(Surveyed surveyed, List<Project> projects);
    }

    private record Done(List<ProjectResult> results, List<ProjectFinding> findings) {}

    private RunResult locked(Request request, Listener listener, Work work) {
        Instant begin = clock.instant();
        ExclusiveRun.Scope scope = new ExclusiveRun.Scope(
                request.command(), request.selection().folders(), surveyed -> chosen(request, surveyed), false);
        ExclusiveRun.Done<Done> done = exclusive.run(scope, listener, (surveyed, projects) -> {
            tell(surveyed, projects, request, listener);
            return work.on(surveyed, projects);
        });
        List<ProjectFinding> late = new ArrayList<>(done.findings());
        late.addAll(done.value().findings());
        return result(request, begin, done.surveyed(), new Done(done.value().results(), late));
    }

    @FunctionalInterface
    private interface Targets {
        DatabasePart.Target of(Project project, Listener listener);
    }

    private Done eachDatabase(
            List<Project> projects, Surveyed surveyed, Wish wish, Listener listener, Targets targets) {
        return new Done(
                jobs.suiting(surveyed).each(projects, listener, (project, voice) -> {
                    Instant begin = clock.instant();
                    PartRecord saved = accepting.of(
                            project, database.save(project, wish, surveyed.trouble(), targets.of(project, voice)));
                    voice.part(project, saved);
                    return result(project, List.of(saved), Duration.between(begin, clock.instant()), voice);
                }),
                List.of());
    }

    private ProjectResult result(Project project, List<PartRecord> parts, Duration took, Listener listener) {
        ProjectResult result =
                new ProjectResult(project, Optional.empty(), parts, Judge.judge(parts, Set.of(), false), took);
        listener.project(result);
        return result;
    }

    private RunResult result(Request request, Instant begin, Surveyed surveyed, Done done) {
        List<ProjectFinding> findings = new ArrayList<>(relevant(surveyed, chosen(request, surveyed), request));
        findings.addAll(done.findings());
        return new RunResult(
                request.command(),
                begin,
                clock.instant(),
                surveyed.versions(),
                findings,
                done.results(),
                cancellation.requested());
    }

    private static void tell(Surveyed surveyed, List<Project> projects, Request request, Listener listener) {
        for (ProjectFinding finding : relevant(surveyed, projects, request)) {
            listener.told(finding.project(), finding.finding());
        }
    }

    /** Findings about no project, or about one of those chosen; all of them where every project is. */
    private static List<ProjectFinding> relevant(Surveyed surveyed, List<Project> projects, Request request) {
        boolean everything =
                request.selection().everything() && request.selection().names().isEmpty();
        Set<String> names = new HashSet<>();
        projects.forEach(p -> names.add(p.name().text()));
        List<ProjectFinding> findings = new ArrayList<>(surveyed.findings().stream()
                .filter(f -> everything
                        || names.contains(f.project())
                        || (f.project().isEmpty() && f.finding().severity() == Severity.ERROR))
                .toList());
        if (everything && projects.isEmpty()) {
            findings.add(none(surveyed));
        }
        return findings;
    }

    private static ProjectFinding none(Surveyed surveyed) {
        boolean vanished =
                surveyed.findings().stream().anyMatch(f -> f.finding().code().equals("discovery.vanished"));
        String sentence = "ddev knows no project: there is none in "
                + Printable.text(surveyed.globalDir().toString());
        String hint = "If there should be some, check HOME and DDEV_XDG_CONFIG_HOME: under cron they may differ.";
        return new ProjectFinding(
                "",
                vanished
                        ? Finding.error("discovery.none", sentence, hint)
                        : Finding.warning("discovery.none", sentence, hint));
    }

    private static List<Project> chosen(Request request, Surveyed surveyed) {
        return request.selection().from(surveyed.projects(), request.workingDirectory());
    }

    private void refuseDestinationInside(List<Project> projects) {
        for (Project project : projects) {
            if (destination.isInside(project.approot())) {
                throw new DestinationInsideProjectException("the destination "
                        + Printable.text(destination.folder().toString()) + " lies inside project '" + project.name()
                        + "' and would be lost with it. Name another folder with --dest.");
            }
        }
    }
}
