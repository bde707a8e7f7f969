package io.github.ddevbak;

import io.github.ddevbak.backup.BackupRun;
import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.CodePart;
import io.github.ddevbak.backup.ConfigPart;
import io.github.ddevbak.backup.DatabaseDumper;
import io.github.ddevbak.backup.DatabasePart;
import io.github.ddevbak.backup.DockerWait;
import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.backup.FilesPart;
import io.github.ddevbak.backup.Jobs;
import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.Planner;
import io.github.ddevbak.backup.ProjectKeeper;
import io.github.ddevbak.backup.ServiceKeeper;
import io.github.ddevbak.backup.SnapshotTaker;
import io.github.ddevbak.backup.Survey;
import io.github.ddevbak.backup.UncoveredFolders;
import io.github.ddevbak.backup.UserFileEvidence;
import io.github.ddevbak.backup.VolumesPart;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.cli.UseCases;
import io.github.ddevbak.cli.Version;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DdevTurns;
import io.github.ddevbak.ddev.DockerCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.ddev.Registry;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.files.FilesProgress;
import io.github.ddevbak.files.HashCache;
import io.github.ddevbak.files.Reading;
import io.github.ddevbak.git.BundleProof;
import io.github.ddevbak.git.GitCheck;
import io.github.ddevbak.git.GitFiles;
import io.github.ddevbak.git.GitRescue;
import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.git.RemoteAccess;
import io.github.ddevbak.notice.Carriers;
import io.github.ddevbak.notice.Notices;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Deadline;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.recovery.Drills;
import io.github.ddevbak.recovery.RemoteSets;
import io.github.ddevbak.recovery.Restores;
import io.github.ddevbak.recovery.SafetyCopy;
import io.github.ddevbak.recovery.Scratch;
import io.github.ddevbak.recovery.SetFiles;
import io.github.ddevbak.recovery.Verifier;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.remote.Restic;
import io.github.ddevbak.remote.ResticCli;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.CronTimers;
import io.github.ddevbak.schedule.Hooks;
import io.github.ddevbak.schedule.JobMaker;
import io.github.ddevbak.schedule.JobTrial;
import io.github.ddevbak.schedule.LaunchdTimers;
import io.github.ddevbak.schedule.Schedules;
import io.github.ddevbak.schedule.SystemdTimers;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.HeldNotes;
import io.github.ddevbak.store.HookNotes;
import io.github.ddevbak.store.NoticeNotes;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.ScheduleNotes;
import io.github.ddevbak.store.ScratchProjects;
import io.github.ddevbak.store.StartedProjects;
import io.github.ddevbak.upkeep.Catalogue;
import io.github.ddevbak.upkeep.Copies;
import io.github.ddevbak.upkeep.Doctor;
import io.github.ddevbak.upkeep.Manifests;
import io.github.ddevbak.upkeep.Pruner;
import io.github.ddevbak.upkeep.RemotePruner;
import io.github.ddevbak.upkeep.Remotes;
import io.github.ddevbak.upkeep.Status;
import io.github.ddevbak.upkeep.Survival;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** The object graph, in the order it is built. */
final class Wiring implements UseCases {
    /** Longest time for a question, as against a dump. */
    private static final Duration QUESTION = Duration.ofMinutes(2);

    /** Longest time for a start or stop of a project, images being built included. */
    private static final Duration START = Duration.ofMinutes(20);

    /** Longest time for what goes through a network: the first copy of large sets takes hours. */
    private static final Duration TRANSFER = Duration.ofHours(24);

    private static final int HALTED = 143;

    private final Shell shell;
    private final ProcessRunner runner;
    private final Cancellation cancellation;
    private final Clock clock;
    private final boolean root;

    /** @param root whether the user is root */
    Wiring(Shell shell, ProcessRunner runner, Cancellation cancellation, Clock clock, boolean root) {
        this.shell = shell;
        this.runner = new DdevTurns(runner);
        this.cancellation = cancellation;
        this.clock = clock;
        this.root = root;
    }

    @Override
    public Restores restores(Configuration configuration, LongConsumer progress) {
        Duration question = shorter(QUESTION, configuration.timeout());
        DdevCli ddev = new DdevCli(runner, question, START);
        BackupRun before = run(configuration, database(configuration, progress), code(configuration))
                .labelled(SafetyCopy.LABEL);
        return new Restores(
                exclusive(configuration),
                new Restores.Tools(
                        ddev,
                        keeper(configuration),
                        new DatabaseCli(runner, question),
                        new ImportCli(runner, configuration.timeout()),
                        new SnapshotCli(runner, configuration.timeout()),
                        new GitRestore(runner, configuration.timeout()),
                        volumeCli(configuration),
                        services(configuration)),
                (project, parts, surveyed, listener) -> before.run(
                                Planner.plan(
                                        List.of(project),
                                        new Wish(parts, true, false, Set.of())
                                                .in(configuration.databases().format())),
                                surveyed,
                                listener)
                        .get(0),
                new Destination(configuration.dest()),
                cancellation,
                clock);
    }

    @Override
    public Drills drills(Configuration configuration) {
        Duration question = shorter(QUESTION, configuration.timeout());
        return new Drills(
                exclusive(configuration),
                new Scratch(
                        new DdevCli(runner, question, START),
                        new DdevCli(sheltered(), question, START),
                        new DockerCli(sheltered(), question),
                        new ScratchProjects(state()),
                        new SecureRandom()::nextInt,
                        clock),
                new Drills.Tools(
                        new DatabaseCli(runner, question),
                        new DatabaseCli(runner, configuration.timeout()),
                        new ImportCli(runner, configuration.timeout()),
                        new SnapshotCli(runner, configuration.timeout()),
                        new GitRestore(runner, configuration.timeout())),
                new Destination(configuration.dest()),
                cancellation,
                clock);
    }

    @Override
    public Backups backups(Configuration configuration, LongConsumer progress) {
        DatabasePart database = database(configuration, progress);
        CodePart code = code(configuration);
        return new Backups(
                exclusive(configuration),
                run(configuration, database, code),
                database,
                code,
                new Destination(configuration.dest()),
                configuration::of,
                new Jobs(configuration.databases().jobs(), cancellation),
                cancellation,
                clock);
    }

    @Override
    public void tidy(Configuration configuration, Listener listener) {
        // Looked for here as well: what could put things back takes longer to make than a list to print.
        if (!new StartedProjects(state()).all().isEmpty()
                || !new HeldNotes(state()).all().isEmpty()) {
            exclusive(configuration).tidy(listener);
        }
    }

    private ExclusiveRun exclusive(Configuration configuration) {
        Duration question = shorter(QUESTION, configuration.timeout());
        return new ExclusiveRun(
                new Survey(new DdevCli(runner, question, START), globalDirs(), root, Version.text()),
                keeper(configuration),
                services(configuration),
                new Destination(configuration.dest()),
                new ExclusiveRun.Locking(state(), configuration.lockWait()),
                cancellation,
                clock);
    }

    private ProjectKeeper keeper(Configuration configuration) {
        Duration question = shorter(QUESTION, configuration.timeout());
        return new ProjectKeeper(
                new DdevCli(runner, question, START),
                new DdevCli(sheltered(), question, START),
                new DockerCli(sheltered(), question),
                new StartedProjects(state()),
                clock);
    }

    private ServiceKeeper services(Configuration configuration) {
        return new ServiceKeeper(
                new DockerCli(sheltered(), shorter(QUESTION, configuration.timeout())),
                volumeCli(configuration),
                new HeldNotes(state()),
                clock);
    }

    private VolumeCli volumeCli(Configuration configuration) {
        return new VolumeCli(runner, shorter(QUESTION, configuration.timeout()), configuration.timeout());
    }

    private ProcessRunner sheltered() {
        return call -> runner.run(call.sheltered(true));
    }

    private DatabasePart database(Configuration configuration, LongConsumer progress) {
        Duration question = shorter(QUESTION, configuration.timeout());
        DatabaseCli questions = new DatabaseCli(runner, question);
        return new DatabasePart(
                new DdevCli(runner, question, START),
                questions,
                keeper(configuration),
                new DatabaseDumper(
                        questions,
                        new DatabaseCli(runner, configuration.timeout()),
                        new DatabaseCli(sheltered(), question),
                        Runtime.getRuntime().availableProcessors(),
                        progress),
                new SnapshotTaker(
                        new SnapshotCli(runner, configuration.timeout()),
                        questions,
                        new DatabaseCli(sheltered(), question)),
                clock);
    }

    private CodePart code(Configuration configuration) {
        return new CodePart(
                new GitCheck(runner, shorter(QUESTION, configuration.timeout()), access(configuration)),
                new GitRescue(runner, configuration.timeout()),
                cancellation::requested,
                clock);
    }

    private BackupRun run(Configuration configuration, DatabasePart database, CodePart code) {
        return new BackupRun(
                new Destination(configuration.dest()),
                code,
                new ConfigPart(new GitFiles(runner, shorter(QUESTION, configuration.timeout())), clock),
                new FilesPart(
                        uncoveredFolders(configuration),
                        new Reading(hashes(), FilesProgress.NONE, cancellation::requested),
                        clock),
                database,
                new VolumesPart(
                        volumeCli(configuration),
                        services(configuration),
                        Runtime.getRuntime().availableProcessors(),
                        clock),
                configuration::of,
                new Jobs(configuration.databases().jobs(), cancellation),
                cancellation,
                clock);
    }

    @Override
    public Manifests manifests(Configuration configuration, boolean rehash, FilesProgress progress) {
        return new Manifests(
                new Destination(configuration.dest()),
                new Reading(hashes().rehashing(rehash), progress, cancellation::requested),
                new UserFileEvidence(uncoveredFolders(configuration), globalDirs(), configuration::of)::findings);
    }

    @Override
    public Catalogue catalogue(Configuration configuration) {
        return new Catalogue(new Destination(configuration.dest()), state());
    }

    @Override
    public Status status(Configuration configuration) {
        return new Status(
                new Destination(configuration.dest()),
                catalogue(configuration),
                new RemoteRecords(state()),
                new Survey(new DdevCli(runner, QUESTION, START), globalDirs(), root, Version.text()),
                unattended(),
                clock);
    }

    @Override
    public Verifier verifier(Configuration configuration) {
        return new Verifier(
                new Destination(configuration.dest()),
                new BundleProof(runner, configuration.timeout()),
                SetFiles.REAL,
                cancellation::requested,
                clock,
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Pruner pruner(Configuration configuration) {
        Survey survey = new Survey(new DdevCli(runner, QUESTION, START), globalDirs(), root, Version.text());
        return new Pruner(
                new Destination(configuration.dest()),
                configuration,
                new ExclusiveRun.Locking(state(), configuration.lockWait()),
                folders -> survey.look(false, folders, Map.of()).projects(),
                cancellation,
                clock);
    }

    @Override
    public Copies copies(Configuration configuration) {
        Survey survey = new Survey(new DdevCli(runner, QUESTION, START), globalDirs(), root, Version.text());
        return new Copies(
                new Destination(configuration.dest()),
                folders -> survey.look(false, folders, Map.of()).projects(),
                remoteTools(configuration),
                new ExclusiveRun.Locking(state(), configuration.lockWait()),
                cancellation,
                clock);
    }

    @Override
    public Survival survival(Configuration configuration) {
        return new Survival(
                new Destination(configuration.dest()), catalogue(configuration), new RemoteRecords(state()));
    }

    @Override
    public Remotes remotes(Configuration configuration) {
        return new Remotes(remoteTools(configuration), new RemoteRecords(state()), cancellation, clock);
    }

    @Override
    public RemotePruner remotePruner(Configuration configuration) {
        return new RemotePruner(
                new Destination(configuration.dest()),
                configuration,
                remoteTools(configuration),
                new RemoteRecords(state()),
                cancellation,
                clock);
    }

    @Override
    public RemoteSets remoteSets(Configuration configuration, RemoteListener listener) {
        return new RemoteSets(
                new Destination(configuration.dest()),
                remoteTools(configuration),
                new RemoteRecords(state()),
                exclusive(configuration),
                verifier(configuration),
                listener);
    }

    private RemoteTools remoteTools(Configuration configuration) {
        boolean usual = configuration.timeout().equals(Configuration.TIMEOUT);
        Duration timeout = usual ? TRANSFER : configuration.timeout();
        return new RemoteTools() {
            @Override
            public String version() {
                return Restic.version(runner);
            }

            @Override
            public ResticCli of(Repository repository) {
                return new ResticCli(runner, repository, timeout, configuration.lockWait(), cancellation);
            }
        };
    }

    @Override
    public Doctor doctor(Configuration configuration) {
        return new Doctor(
                new Doctor.Tools(
                        runner,
                        new DdevCli(runner, QUESTION, START),
                        new DockerCli(runner, QUESTION),
                        remoteTools(configuration),
                        configuration.copy().repositories(),
                        configuration.parts().contains(Part.VOLUMES)),
                new Doctor.Places(new Destination(configuration.dest()), state(), new StartedProjects(state())),
                new Doctor.Watched(unattended(), configuration.notices(), new NoticeNotes(state())),
                clock);
    }

    @Override
    public JobTrial jobTrial() {
        return new JobTrial(unattended().schedules(), runner, shell.environment());
    }

    @Override
    public Notices notices(Configuration configuration) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return new Notices(
                configuration.notices(),
                Carriers.of(runner, shell.environment(), shell.home(), mac, this::pause),
                new NoticeNotes(state()),
                new Destination(configuration.dest()),
                new Notices.Around(clock, () -> UUID.randomUUID().toString(), cancellation::requested));
    }

    @Override
    public DockerWait dockerWait() {
        return new DockerWait(new DdevCli(runner, QUESTION, START), this::pause, clock);
    }

    /** A cancellation cuts it short. */
    private boolean pause(Duration length) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Cancellation.Listening listening = cancellation.onRequest(stopped::countDown)) {
            return !stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Unattended unattended() {
        ScheduleNotes notes = new ScheduleNotes(state());
        return new Unattended(
                new Schedules(
                        List.of(
                                new LaunchdTimers(runner, shell.home()),
                                new SystemdTimers(runner, shell.folder("XDG_CONFIG_HOME", ".config")),
                                new CronTimers(runner, notes.folder())),
                        notes,
                        clock),
                new Hooks(new HookNotes(state()), clock));
    }

    @Override
    public JobMaker jobMaker() {
        return new JobMaker(
                shell.environment(),
                shell.home(),
                new JobMaker.Self(System.getProperty("ddevbak.program", ""), System.getProperty("java.home", "")),
                new ScheduleNotes(state()).folder());
    }

    @Override
    public BackupCommandFile backupCommand() {
        List<Path> dirs = globalDirs();
        return new BackupCommandFile(
                dirs.stream().filter(Files::isDirectory).findFirst().orElse(dirs.get(0)));
    }

    @Override
    public Deadline within(Duration limit) {
        Duration rest = limit.dividedBy(5);
        // Past the limit ddev is not held up any longer: what then stays undone is told by the note of the beginning.
        return Deadline.in(
                limit.minus(rest),
                cancellation::request,
                rest,
                () -> Runtime.getRuntime().halt(HALTED));
    }

    @Override
    public Sample sample(Path folder, LongConsumer progress) {
        return SampleStage.open(folder, shell, runner, cancellation, clock, progress);
    }

    private RemoteAccess access(Configuration configuration) {
        boolean usual = configuration.timeout().equals(Configuration.TIMEOUT);
        return RemoteAccess.of(shell.environment(), usual ? RemoteAccess.PATIENCE : configuration.timeout());
    }

    private List<Path> globalDirs() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return Registry.globalDirs(shell.environment(), shell.home(), linux);
    }

    private UncoveredFolders uncoveredFolders(Configuration configuration) {
        return new UncoveredFolders(new GitFiles(runner, shorter(QUESTION, configuration.timeout())));
    }

    private HashCache hashes() {
        return HashCache.in(state().resolve("hashes"), clock, false);
    }

    private Path state() {
        return shell.folder("XDG_STATE_HOME", ".local/state").resolve("ddevbak");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
