package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.DdevTroubles;
import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.ddev.DatabaseCli;
import io.github.ddevbak.ddev.ImportCli;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.git.GitRestore;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The use case of proving that a set can be restored: it is done, in a project of its own that is then deleted. */
public final class Drills {
    private final ExclusiveRun exclusive;
    private final Scratch scratch;
    private final Drill drill;
    private final Destination destination;
    private final Cancellation cancellation;
    private final Clock clock;

    /**
     * What a drill says to ddev, git and the database servers.
     *
     * @param dumps with a time-out for dumps
     * @param snapshots with a time-out of its own
     */
    public record Tools(
            DatabaseCli questions, DatabaseCli dumps, ImportCli imports, SnapshotCli snapshots, GitRestore git) {}

    public Drills(
            ExclusiveRun exclusive,
            Scratch scratch,
            Tools tools,
            Destination destination,
            Cancellation cancellation,
            Clock clock) {
        this.exclusive = exclusive;
        this.scratch = scratch;
        this.drill = new Drill(scratch, tools, cancellation, clock);
        this.destination = destination;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * The set to be drilled.
     *
     * @param name of the project; empty for that of the working directory
     * @throws RestoreRefusedException where there is none
     */
    public StoredSet choose(Optional<String> name, DrillWish wish, Path workingDirectory) {
        ProjectName project = name.map(this::known).orElseGet(() -> around(workingDirectory));
        return choose(project, wish);
    }

    /** The set of the project whose last drill is the longest ago; one that never had any comes first. */
    public StoredSet oldest(DrillWish wish) {
        ProjectName project = destination.projects().stream()
                .filter(this::drillable)
                .min(Comparator.comparing(this::lastDrilled).thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> new RestoreRefusedException(
                        "there is no set with a database to drill. Make sets with 'ddevbak all'."));
        return choose(project, wish);
    }

    private StoredSet choose(ProjectName project, DrillWish wish) {
        return RestoreChoice.of(project, destination.sets(project), wish.set(), Part.DATABASE, set -> true);
    }

    private boolean drillable(ProjectName project) {
        return destination.sets(project).stream().anyMatch(set -> GoodParts.good(set, Part.DATABASE));
    }

    private Instant lastDrilled(ProjectName project) {
        return destination.sets(project).stream()
                .flatMap(set -> SetNotes.of(set, NoteKind.DRILLED).stream())
                .map(SetNote::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private ProjectName known(String name) {
        List<String> names =
                destination.projects().stream().map(ProjectName::text).toList();
        return ProjectName.parse(name)
                .filter(project -> names.contains(project.text()))
                .orElseThrow(() -> new RestoreRefusedException("there is no set of a project named '"
                        + Printable.text(name) + "'" + NearMatch.hint(name, names) + " See all with 'ddevbak list'."));
    }

    private ProjectName around(Path workingDirectory) {
        return new Selection(List.of(), false, List.of(), List.of())
                .from(exclusive.withoutDdev(List.of()).projects(), workingDirectory)
                .get(0)
                .name();
    }

    /** Drills the set, remembers what came of it beside the set, and deletes what it and killed drills before it made. */
    public DrillResult run(StoredSet set, DrillWish wish, Listener listener) {
        ExclusiveRun.Scope scope = new ExclusiveRun.Scope("drill", List.of(), surveyed -> List.of(), true);
        ExclusiveRun.Done<DrillResult> done = exclusive.run(scope, listener, (surveyed, none) -> {
            List<Finding> left = removeLeft(listener);
            DrillResult result = surveyed.trouble().isPresent()
                    ? refused(set, surveyed)
                    : drill.run(set, wish, working(set, listener));
            return with(result, left);
        });
        DrillResult result = with(
                done.value(),
                done.findings().stream().map(ProjectFinding::finding).toList());
        remember(result);
        return result;
    }

    private static Consumer<String> working(StoredSet set, Listener listener) {
        return what -> listener.working(set.project().text(), what);
    }

    private DrillResult refused(StoredSet set, Surveyed surveyed) {
        Finding why = DdevTroubles.finding("drill", "", surveyed.trouble().orElseThrow());
        return new DrillResult(set, List.of(), List.of(), List.of(why), Duration.ZERO, cancellation.requested());
    }

    private static DrillResult with(DrillResult result, List<Finding> more) {
        List<Finding> all = new ArrayList<>(result.findings());
        all.addAll(more);
        return new DrillResult(result.set(), result.steps(), result.bad(), all, result.took(), result.cancelled());
    }

    /** What killed drills left. */
    private List<Finding> removeLeft(Listener listener) {
        List<Finding> findings = new ArrayList<>();
        scratch.left().forEach(one -> {
            listener.working("", "deleting " + one.name() + ", which a killed drill left");
            findings.add(scratch.remove(one)
                    .orElseGet(() -> Finding.info(
                            "drill.removed-left",
                            "the scratch project " + one.name() + " of a killed drill was deleted")));
        });
        return findings;
    }

    /** Only what says something about the set is remembered: a ddev that does not start does not. */
    private void remember(DrillResult result) {
        if (result.cancelled() || (!result.finished() && result.bad().isEmpty())) {
            return;
        }
        List<Object> steps = new ArrayList<>();
        for (DrillStep step : result.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", step.what());
            one.put("tookMillis", step.took().toMillis());
            one.put("words", step.words());
            steps.add(one);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("steps", steps);
        facts.put("bad", result.bad().stream().map(Finding::sentence).toList());
        SetNotes.keep(
                result.set(),
                SetNote.of(
                        result.set(),
                        NoteKind.DRILLED,
                        clock.instant(),
                        result.good(),
                        result.took().toMillis(),
                        facts));
    }
}
