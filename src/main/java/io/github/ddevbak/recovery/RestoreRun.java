package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.ddev.ProjectRenaming;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries out the plan of one project: checks the sets, saves what is there, puts back part by part. */
final class RestoreRun {
    private final SafetyCopy safety;
    private final CodeRestore code;
    private final PartRestore parts;
    private final DatabaseStep database;
    private final VolumeRestore volumes;
    private final Destination destination;
    private final Cancellation cancellation;
    private final Clock clock;

    RestoreRun(
            SafetyCopy safety,
            CodeRestore code,
            DatabaseStep database,
            VolumeRestore volumes,
            Destination destination,
            Cancellation cancellation,
            Clock clock) {
        this.safety = safety;
        this.code = code;
        this.parts = new PartRestore(cancellation::requested);
        this.database = database;
        this.volumes = volumes;
        this.destination = destination;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    RestoredProject run(RestorePlan plan, Surveyed surveyed, Listener listener) {
        Instant begin = clock.instant();
        String name = plan.target().name().text();
        List<Finding> findings = new ArrayList<>();
        List<RestoredPart> done = new ArrayList<>();
        listener.working(name, "reading the set");
        damage(plan).ifPresent(findings::add);
        Optional<String> before = Optional.empty();
        if (findings.isEmpty() && !plan.saved().isEmpty()) {
            listener.working(name, "saving what is there now");
            ProjectResult saved = safety.of(plan.target(), plan.saved(), surveyed, listener);
            before = saved.set().map(StoredSet::id);
            unsaved(plan, saved).ifPresent(findings::add);
        }
        if (findings.isEmpty()) {
            putBack(plan, listener, findings, done);
        }
        return new RestoredProject(plan, before, done, findings, Duration.between(begin, clock.instant()));
    }

    private void putBack(RestorePlan plan, Listener listener, List<Finding> findings, List<RestoredPart> done) {
        for (Part part : RestorePlanner.ORDER) {
            StoredSet set = plan.sets().get(part);
            if (set == null) {
                continue;
            }
            if (cancellation.requested()) {
                findings.add(Finding.error(
                        part.word() + ".cancelled",
                        "the " + part.word() + " of '" + plan.target().name() + "' was not touched: it was cancelled",
                        "Run ddevbak restore again."));
                return;
            }
            if (part == Part.DATABASE && plan.renamed() && !renamed(plan, findings)) {
                return;
            }
            listener.working(plan.target().name().text(), "putting the " + part.word() + " back");
            RestoredPart one = one(plan, part, set, listener);
            done.add(one);
            if (!one.ok() && plan.fresh() && part == Part.CODE) {
                return;
            }
        }
        if (plan.renamed() && !plan.sets().containsKey(Part.DATABASE)) {
            renamed(plan, findings);
        }
    }

    private RestoredPart one(RestorePlan plan, Part part, StoredSet set, Listener listener) {
        return switch (part) {
            case CODE ->
                new RestoredPart(
                        Part.CODE, set.id(), code.restore(set, plan.target().approot(), plan.fresh()), Map.of());
            case CONFIG -> parts.config(set, plan.target().approot());
            case FILES -> parts.files(set, plan.target().approot());
            case DATABASE ->
                database.run(plan, what -> listener.working(plan.target().name().text(), what));
            case VOLUMES ->
                volumes.run(plan, what -> listener.working(plan.target().name().text(), what));
        };
    }

    private static boolean renamed(RestorePlan plan, List<Finding> findings) {
        Optional<String> trouble =
                ProjectRenaming.rename(plan.target().approot(), plan.target().name());
        trouble.ifPresent(why -> findings.add(Finding.error(
                "config.not-renamed",
                "the copy could not be named '" + plan.target().name() + "': " + why,
                "Name it by hand in .ddev/config.yaml before ddev is called there.")));
        return trouble.isEmpty();
    }

    /** A set that is damaged where it is needed; and which other one could be taken. */
    private Optional<Finding> damage(RestorePlan plan) {
        for (Map.Entry<Part, StoredSet> each : plan.sets().entrySet()) {
            Optional<String> wrong = SetCheck.objection(
                    each.getValue(),
                    each.getKey(),
                    plan.dumps(),
                    plan.snapshot().isPresent());
            if (wrong.isPresent()) {
                return Optional.of(Finding.error(
                        "store.set-damaged",
                        wrong.orElseThrow() + "; nothing was touched",
                        instead(plan.source(), each.getValue(), each.getKey())));
            }
        }
        return Optional.empty();
    }

    private String instead(ProjectName project, StoredSet damaged, Part part) {
        for (StoredSet set : destination.sets(project)) {
            boolean usable = !set.id().equals(damaged.id())
                    && !set.safetyCopy()
                    && GoodParts.good(set, part)
                    && SetCheck.objection(
                                    set, part, StoredDatabases.of(set.record()).dumps(), false)
                            .isEmpty();
            if (usable) {
                return "Take the newest good one instead: --set " + set.id() + ".";
            }
        }
        return "There is no other good set of it; look for a copy of this one elsewhere.";
    }

    /** Why what is about to be overwritten is not safe yet. */
    private Optional<Finding> unsaved(RestorePlan plan, ProjectResult saved) {
        if (cancellation.requested()) {
            return Optional.of(Finding.error(
                    "store.cancelled",
                    "it was cancelled while the present state was saved; nothing was touched",
                    "Run ddevbak restore again."));
        }
        String lost = saved.parts().stream()
                .filter(part -> plan.saved().contains(part.part()) && !safe(part))
                .map(part -> part.part().word() + " " + part.state().word()
                        + part.findings().stream()
                                .filter(finding -> finding.severity().compareTo(Severity.LOSS) >= 0)
                                .map(finding -> " (" + finding.sentence() + ")")
                                .findFirst()
                                .orElse(""))
                .collect(Collectors.joining(", "));
        boolean nothing = saved.parts().stream()
                .filter(part -> plan.saved().contains(part.part()))
                .allMatch(part -> part.state() == PartState.NONE);
        return lost.isEmpty() && (saved.set().isPresent() || nothing)
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "store.no-safety-copy",
                        "what is in '" + plan.target().name() + "' now could not be saved, so nothing was touched: "
                                + (lost.isEmpty() ? "no set was made" : lost),
                        "Mend that, or give up what is there now with --no-safety-copy."));
    }

    private static boolean safe(PartRecord part) {
        boolean uncopied = Objects.equals(part.part(), Part.FILES) && part.state() == PartState.AT_RISK;
        return (part.state().good() || part.state() == PartState.SUSPECT) && !uncopied;
    }
}
