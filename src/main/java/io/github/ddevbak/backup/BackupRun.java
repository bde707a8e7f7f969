package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.files.FileCopies;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.settings.ProjectSettings;
import io.github.ddevbak.settings.SettingsException;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RestoreGuide;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.Staging;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a set of every project of a plan; one project's failure stops no other. */
public final class BackupRun {
    /** What is looked at comes before what may start the project. */
    private static final List<Part> ORDER = List.of(Part.CODE, Part.CONFIG, Part.FILES, Part.DATABASE, Part.VOLUMES);

    /** What is not looked at beside other projects. */
    private static final Set<Part> WITH_DOCKER = Set.of(Part.DATABASE, Part.VOLUMES);

    private final Destination destination;
    private final CodePart code;
    private final ConfigPart config;
    private final FilesPart files;
    private final DatabasePart database;
    private final VolumesPart volumes;
    private final ProjectSettings.Lookup settings;
    private final Accepting accepting;
    private final Jobs jobs;
    private final Cancellation cancellation;
    private final Clock clock;
    private final String label;

    public BackupRun(
            Destination destination,
            CodePart code,
            ConfigPart config,
            FilesPart files,
            DatabasePart database,
            VolumesPart volumes,
            ProjectSettings.Lookup settings,
            Jobs jobs,
            Cancellation cancellation,
            Clock clock) {
        this(destination, code, config, files, database, volumes, settings, jobs, cancellation, clock, "");
    }

    private BackupRun(
            Destination destination,
            CodePart code,
            ConfigPart config,
            FilesPart files,
            DatabasePart database,
            VolumesPart volumes,
            ProjectSettings.Lookup settings,
            Jobs jobs,
            Cancellation cancellation,
            Clock clock,
            String label) {
        this.jobs = jobs;
        this.label = label;
        this.destination = destination;
        this.code = code;
        this.config = config;
        this.files = files;
        this.database = database;
        this.volumes = volumes;
        this.settings = settings;
        this.accepting = new Accepting(settings);
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** The same, whose sets have a label. */
    public BackupRun labelled(String newLabel) {
        return new BackupRun(
                destination, code, config, files, database, volumes, settings, jobs, cancellation, clock, newLabel);
    }

    /** The set in the making of one project, with what was looked at before anything was started. */
    private record Begun(Staging staging, Map<Part, PartRecord> looked, Instant begin) {}

    public List<ProjectResult> run(Plan plan, Surveyed surveyed, Listener listener) {
        Jobs suitable = jobs.suiting(surveyed);
        ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "look");
            thread.setDaemon(true);
            return thread;
        });
        Map<ProjectName, Future<Begun>> looks = new LinkedHashMap<>();
        Queue<Staging> staged = new ConcurrentLinkedQueue<>();
        AtomicLong promised = new AtomicLong();
        AtomicLong reserved = new AtomicLong();
        try {
            for (Plan.ProjectPlan each : suitable.inOrder(plan.projects(), Plan.ProjectPlan::project)) {
                looks.put(
                        each.project().name(),
                        beside.submit(
                                () -> begin(each, plan.wish(), surveyed.globalDir(), promised, staged, listener)));
            }
            return suitable.each(
                    plan.projects().stream().map(Plan.ProjectPlan::project).toList(), listener, (project, voice) -> {
                        voice.working(project.name().text(), "looking");
                        return finish(
                                project,
                                plan.wish(),
                                Objects.requireNonNull(looks.get(project.name())),
                                surveyed,
                                reserved,
                                voice);
                    });
        } finally {
            endLooks(beside, looks.values(), staged);
        }
    }

    private Begun begin(
            Plan.ProjectPlan plan,
            Wish wish,
            Path globalDir,
            AtomicLong promised,
            Queue<Staging> staged,
            Listener listener) {
        FilesLook files = new FilesLook(wish.rehash(), globalDir, promised, listener);
        Project project = plan.project();
        Instant begin = clock.instant();
        Map<Part, PartRecord> looked = new EnumMap<>(Part.class);
        long expected = expected(project, wish);
        Optional<Finding> noRoom = Space.objection(
                project.name().text(), promised.addAndGet(expected), destination.usableBytes(), destination.folder());
        if (noRoom.isPresent()) {
            throw new DestinationException(
                    noRoom.get().sentence() + ". " + noRoom.get().hint());
        }
        Staging staging = destination.stage(project.name(), clock.instant(), label);
        staged.add(staging);
        for (Step step : plan.steps()) {
            if (!cancellation.requested() && !WITH_DOCKER.contains(step.part())) {
                looked.put(step.part(), look(project, step.part(), wish, files, staging));
            }
        }
        for (Part part : Part.USUAL) {
            if (!wish.wants(part)) {
                looked.put(part, Outcomes.skipped(part));
            }
        }
        PreciousSaved.settle(looked);
        return new Begun(staging, looked, begin);
    }

    /** What the parts asked for weighed in the newest set; what this run has promised already is added to it. */
    private long expected(Project project, Wish wish) {
        return destination.sets(project.name()).stream()
                .findFirst()
                .map(last -> last.record().artefacts().stream()
                        .filter(artefact -> wish.wants(artefact.part()))
                        .mapToLong(Artefact::size)
                        .sum())
                .orElse(0L);
    }

    private PartRecord look(Project project, Part part, Wish wish, FilesLook files, Staging staging) {
        if (!Files.isDirectory(project.approot())) {
            return folderGone(project, part);
        }
        return switch (part) {
            case CODE -> code(project, wish.code(), staging);
            case CONFIG -> config.save(project, staging.folder().resolve("config"));
            case FILES -> userFiles(project, files, staging);
            case DATABASE, VOLUMES ->
                throw new IllegalArgumentException("the " + part.word() + " is not looked at beside");
        };
    }

    private PartRecord code(Project project, CodeWish wish, Staging staging) {
        ProjectSettings own = forCode(project);
        return own.rescue() ? code.save(project, wish, staging.folder(), own.rescueMax()) : code.look(project, wish);
    }

    /** A file that cannot be read is told as such; until it is mended, what would be lost is saved. */
    private ProjectSettings forCode(Project project) {
        try {
            return settings.of(project);
        } catch (SettingsException e) {
            return ProjectSettings.DEFAULT;
        }
    }

    private static PartRecord wrongSettings(Part part, SettingsException why) {
        return Outcomes.of(
                part,
                PartState.FAILED,
                List.of(Finding.error("usage.project-settings", String.valueOf(why.getMessage()), "")),
                Map.of(),
                0);
    }

    private PartRecord userFiles(Project project, FilesLook look, Staging staging) {
        try {
            FilesTarget target = new FilesTarget(project, destination, staging, look.promised());
            return files.save(project, target, settings.of(project), look);
        } catch (SettingsException e) {
            return wrongSettings(Part.FILES, e);
        }
    }

    private static PartRecord folderGone(Project project, Part part) {
        return Outcomes.of(
                part,
                PartState.FAILED,
                List.of(Finding.error(
                        part.word() + ".folder-missing",
                        "the folder of '" + project.name() + "' is gone: "
                                + Printable.text(project.approot().toString()),
                        "Is its disk mounted? If the project is gone for good, end this with 'ddev stop --unlist "
                                + project.name() + "'.")),
                Map.of(),
                0);
    }

    private ProjectResult finish(
            Project project, Wish wish, Future<Begun> look, Surveyed surveyed, AtomicLong reserved, Listener listener) {
        Begun begun;
        try {
            begun = look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.request();
            return notBegun(project, wish, "it was interrupted", listener);
        } catch (ExecutionException e) {
            return notBegun(project, wish, reason(e.getCause()), listener);
        }
        try (Staging staging = begun.staging()) {
            Map<Part, PartRecord> done = new EnumMap<>(Part.class);
            for (Part part : ORDER) {
                if (!Part.USUAL.contains(part) && !wish.wants(part)) {
                    continue;
                }
                PartRecord outcome = begun.looked().containsKey(part)
                        ? begun.looked().get(part)
                        : WITH_DOCKER.contains(part) && !cancellation.requested()
                                ? withDocker(part, project, wish, begun, surveyed, reserved, listener)
                                : cancelled(part);
                PartRecord counted = accepting.of(project, outcome);
                done.put(part, counted);
                if (counted.state() != PartState.SKIPPED) {
                    listener.part(project, counted);
                }
            }
            return sealed(project, begun, List.copyOf(done.values()), surveyed.versions(), listener);
        }
    }

    /** One project's trouble stops no other, whatever it was. */
    private static String reason(@Nullable Throwable trouble) {
        String message = trouble == null ? "" : String.valueOf(trouble.getMessage());
        return trouble instanceof DestinationException
                ? message
                : "it could not be looked at: " + Printable.text(trouble + "");
    }

    private PartRecord withDocker(
            Part part,
            Project project,
            Wish wish,
            Begun begun,
            Surveyed surveyed,
            AtomicLong reserved,
            Listener listener) {
        if (part == Part.DATABASE) {
            return saveDatabase(project, wish, begun, surveyed, reserved, listener);
        }
        // Containers are paused meanwhile: one project after the other.
        synchronized (volumes) {
            return Files.isDirectory(project.approot())
                    ? volumes.save(
                            project,
                            begun.staging(),
                            what -> listener.working(project.name().text(), what))
                    : folderGone(project, part);
        }
    }

    private PartRecord saveDatabase(
            Project project, Wish wish, Begun begun, Surveyed surveyed, AtomicLong reserved, Listener listener) {
        removeTransientSnapshots(project);
        SetTarget target = new SetTarget(
                project,
                destination,
                begun.staging(),
                wish,
                reserved,
                what -> listener.working(project.name().text(), what));
        PartRecord saved;
        try {
            saved = database.save(project, wish, surveyed.trouble(), target);
        } finally {
            target.written();
        }
        PartRecord code = begun.looked().get(Part.CODE);
        if (Boolean.TRUE.equals(saved.facts().get("started")) && code != null && code.state() != PartState.SKIPPED) {
            List<Finding> findings = new ArrayList<>(saved.findings());
            findings.addAll(this.code.changedSince(code, project));
            saved = new PartRecord(saved.part(), saved.state(), findings, saved.facts(), saved.tookMillis());
        }
        return label.equals(SetRecord.BEFORE_RESTORE) ? saved : againstEarlier(project, wish, saved);
    }

    /** A settings file that cannot be read is told by the parts that need it; the defaults hold meanwhile. */
    private PartRecord againstEarlier(Project project, Wish wish, PartRecord saved) {
        List<StoredSet> good = destination.sets(project.name()).stream()
                .filter(set -> !set.safetyCopy() && GoodParts.good(set, Part.DATABASE))
                .toList();
        return Emptied.judged(
                project.name(),
                saved,
                good,
                wish.databases().isEmpty(),
                forCode(project).suspect());
    }

    /** What a killed run left on its way into a set; the name is ours alone. */
    private static void removeTransientSnapshots(Project project) {
        Path folder = SnapshotCli.folder(project.approot());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(SetTarget.TRANSIENT) && Files.isRegularFile(entry)) {
                    Files.delete(entry);
                }
            }
        } catch (IOException e) {
            // it stays visible to 'ddev snapshot --list'; this run's own snapshot has another name
            return;
        }
    }

    private static PartRecord cancelled(Part part) {
        return Outcomes.of(
                part,
                PartState.FAILED,
                List.of(Finding.error(part.word() + ".cancelled", "it was cancelled", "Run ddevbak again.")),
                Map.of(),
                0);
    }

    private ProjectResult sealed(
            Project project, Begun begun, List<PartRecord> parts, Map<String, String> versions, Listener listener) {
        List<PartRecord> kept = parts;
        Instant sealing = clock.instant();
        boolean anything = parts.stream()
                .anyMatch(p ->
                        p.state() == PartState.OK || p.state() == PartState.AT_RISK || p.state() == PartState.SUSPECT);
        Optional<StoredSet> set = Optional.empty();
        try {
            kept = withoutFailed(begun.staging(), parts);
            if (anything && !cancellation.requested()) {
                set = Optional.of(seal(project, begun, kept, versions));
            }
        } catch (IOException | StoredFileException | DestinationException e) {
            kept = unsealed(project, parts, String.valueOf(e.getMessage()));
        }
        Judgement judgement = judge(project, kept);
        Duration took = worked(kept).plus(Duration.between(sealing, clock.instant()));
        ProjectResult result = new ProjectResult(project, set, kept, judgement, took);
        listener.project(result);
        return result;
    }

    private StoredSet seal(Project project, Begun begun, List<PartRecord> parts, Map<String, String> versions)
            throws IOException {
        Judgement judgement = judge(project, parts);
        return begun.staging()
                .seal(
                        artefacts -> new SetRecord(
                                SetRecord.SCHEMA,
                                project.name().text(),
                                begun.staging().id(),
                                label,
                                begun.begin(),
                                project.approot().toString(),
                                project.type(),
                                project.docroot(),
                                project.status().word(),
                                withServer(versions, parts),
                                parts,
                                artefacts,
                                judgement.verdict().word(),
                                judgement.survives().word(),
                                worked(parts).toMillis()),
                        RestoreGuide::text);
    }

    private static Map<String, String> withServer(Map<String, String> versions, List<PartRecord> parts) {
        Map<String, String> all = new TreeMap<>(versions);
        parts.stream()
                .filter(part -> part.facts().get("server") instanceof String)
                .forEach(part -> all.put("database", String.valueOf(part.facts().get("server"))));
        return all;
    }

    /** Time spent on the parts; a project looked at early waits for others in between. */
    private static Duration worked(List<PartRecord> parts) {
        return Duration.ofMillis(
                parts.stream().mapToLong(PartRecord::tookMillis).sum());
    }

    private static List<PartRecord> withoutFailed(Staging staging, List<PartRecord> parts) throws IOException {
        List<PartRecord> kept = new ArrayList<>();
        for (PartRecord part : parts) {
            kept.add(part.state() == PartState.FAILED ? emptied(staging, part) : part);
        }
        return kept;
    }

    /** A part that failed leaves no artefact in the set, only its state. */
    private static PartRecord emptied(Staging staging, PartRecord part) throws IOException {
        staging.discard(part.part().word());
        return new PartRecord(part.part(), part.state(), part.findings(), Map.of(), part.tookMillis());
    }

    private static List<PartRecord> unsealed(Project project, List<PartRecord> parts, String why) {
        Finding finding = Finding.error(
                "store.not-sealed",
                "the set of '" + project.name() + "' could not be sealed and was not kept: " + why,
                "Look at the free space and the rights of the destination, then run ddevbak again.");
        List<PartRecord> failed = new ArrayList<>();
        boolean told = false;
        for (PartRecord part : parts) {
            boolean lost = part.state().good() && part.state() != PartState.SKIPPED && part.state() != PartState.NONE;
            List<Finding> findings = new ArrayList<>(part.findings());
            if (lost && !told) {
                findings.add(finding);
                told = true;
            }
            PartState state = lost ? PartState.FAILED : part.state();
            failed.add(new PartRecord(part.part(), state, findings, part.facts(), part.tookMillis()));
        }
        return failed;
    }

    /** Judges the parts asked for; of one that failed it matters whether an earlier set holds it. */
    private Judgement judge(Project project, List<PartRecord> parts) {
        Set<Part> older = EnumSet.noneOf(Part.class);
        if (parts.stream().anyMatch(p -> p.state() == PartState.FAILED)) {
            for (StoredSet set : destination.sets(project.name())) {
                set.record().parts().stream()
                        .filter(p -> p.state() == PartState.OK)
                        .forEach(p -> older.add(p.part()));
            }
        }
        return Judge.judge(parts, older, !destination.onSameDiskAs(project.approot()));
    }

    private ProjectResult notBegun(Project project, Wish wish, String why, Listener listener) {
        List<PartRecord> parts = new ArrayList<>();
        for (Part part : ORDER) {
            if (!Part.USUAL.contains(part) && !wish.wants(part)) {
                continue;
            }
            parts.add(
                    wish.wants(part)
                            ? Outcomes.of(
                                    part,
                                    PartState.FAILED,
                                    List.of(Finding.error("store.not-begun", why, "")),
                                    Map.of(),
                                    0)
                            : Outcomes.skipped(part));
        }
        ProjectResult result =
                new ProjectResult(project, Optional.empty(), parts, judge(project, parts), Duration.ZERO);
        listener.project(result);
        return result;
    }

    /**
     * Ends the looking and removes what it began and nobody finished. A look that is under way is waited for: cut short,
     * it would leave its folder behind.
     */
    private static void endLooks(ExecutorService beside, Collection<Future<Begun>> looks, Queue<Staging> staged) {
        looks.forEach(look -> look.cancel(false));
        beside.shutdown();
        try {
            if (!beside.awaitTermination(1, TimeUnit.MINUTES)) {
                beside.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        staged.forEach(Staging::close);
    }

    /** Saves ddev's global configuration as a set of its own; the finding says why it could not. */
    public Optional<ProjectFinding> saveGlobal(Path globalDir, Map<String, String> versions) {
        try (Staging staging = destination.stageGlobal(clock.instant())) {
            Instant begin = clock.instant();
            List<String> own = GlobalConfig.files(globalDir);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            long bytes = FileCopies.copy(globalDir, own, staging.folder().resolve("config"));
            List<PartRecord> parts = List.of(
                    new PartRecord(Part.CONFIG, PartState.OK, List.of(), Map.of("files", own, "bytes", bytes), 0));
            staging.seal(
                    artefacts -> new SetRecord(
                            SetRecord.SCHEMA,
                            Destination.GLOBAL.text(),
                            staging.id(),
                            "",
                            begin,
                            globalDir.toString(),
                            "",
                            "",
                            "",
                            versions,
                            parts,
                            artefacts,
                            Verdict.RECOVERABLE.word(),
                            Survives.MISTAKE.word(),
                            Duration.between(begin, clock.instant()).toMillis()),
                    RestoreGuide::text);
            return Optional.empty();
        } catch (IOException | StoredFileException | DestinationException e) {
            return Optional.of(new ProjectFinding(
                    "",
                    Finding.error(
                            "config.global-not-saved",
                            "ddev's global configuration was not saved: "
                                    + Printable.text(String.valueOf(e.getMessage())),
                            "Look at the rights of " + Printable.text(globalDir.toString()) + ".")));
        }
    }
}
