package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Judge;
import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges a project from its stored sets, part by part; reads only those sets that it needs. */
final class Evidence {
    private final Destination destination;
    private final RemoteRecords records;
    private final Set<Part> wanted;
    private final Optional<Duration> maxAge;
    private final Instant now;

    /** Whole sets of the project at hand, each read once. */
    private final Map<SetSummary, Optional<StoredSet>> read = new HashMap<>();

    Evidence(Destination destination, RemoteRecords records, Set<Part> wanted, Optional<Duration> maxAge, Instant now) {
        this.destination = destination;
        this.records = records;
        this.wanted = wanted;
        this.maxAge = maxAge;
        this.now = now;
    }

    /** @param known whether ddev knows the project */
    Standing of(String project, List<SetSummary> newestFirst, boolean known) {
        read.clear();
        List<PartEvidence> parts = Stream.of(Part.values())
                .filter(wanted::contains)
                .map(part -> evidence(part, newestFirst))
                .toList();
        List<Finding> findings = new ArrayList<>();
        List<PartRecord> outcomes = new ArrayList<>();
        for (PartEvidence part : parts) {
            outcome(part, newestFirst).ifPresent(outcomes::add);
        }
        outcomes.forEach(outcome -> outcome.findings().stream()
                .filter(finding -> finding.counts() && finding.severity().compareTo(Severity.LOSS) >= 0)
                .forEach(findings::add));
        findings.addAll(lacking(project, parts, newestFirst));
        CopyPlaces places = new CopyPlaces(destination, this::whole, records, approot(newestFirst));
        Judgement judgement = judged(parts, outcomes, newestFirst, places);
        boolean stale = stale(parts);
        List<CopyPlace> copies = places.of(newestFirst);
        oldCopies(project, copies).ifPresent(findings::add);
        if (newestFirst.isEmpty()) {
            findings.add(Finding.loss(
                    "status.no-set",
                    "no set covers '" + Printable.text(project) + "'",
                    "Make one with 'ddevbak all " + Printable.text(project) + "'."));
        } else if (!known) {
            findings.add(Finding.info("status.unknown-to-ddev", "ddev knows no project '" + project + "' any more"));
        }
        if (stale) {
            findings.add(Finding.warning(
                    "status.stale",
                    "a good copy of '" + project + "' is older than it may be",
                    "Run 'ddevbak all " + project + "', and look why it did not run."));
        }
        return new Standing(
                Printable.text(project),
                judgement,
                parts,
                newestFirst.stream().findFirst(),
                learnt(newestFirst),
                stale,
                copies,
                findings);
    }

    /** Of a project whose folder is gone, or that has none that can be one, the destination stands for it. */
    private Path approot(List<SetSummary> newestFirst) {
        return newestFirst.stream()
                .findFirst()
                .flatMap(this::whole)
                .map(set -> Path.of(set.record().approot()))
                .orElse(destination.folder());
    }

    private static PartEvidence evidence(Part part, List<SetSummary> newestFirst) {
        Optional<SetSummary> good =
                newestFirst.stream().filter(set -> set.good(part)).findFirst();
        PartState state = looked(part, newestFirst)
                .map(set -> set.good(part) && set.parts().get(part) == PartState.SUSPECT
                        ? PartState.OK
                        : set.parts().getOrDefault(part, PartState.SKIPPED))
                .orElse(PartState.SKIPPED);
        return new PartEvidence(part, state, good);
    }

    /** The newest set for which the part was asked. */
    private static Optional<SetSummary> looked(Part part, List<SetSummary> newestFirst) {
        return newestFirst.stream()
                .filter(set -> set.parts().getOrDefault(part, PartState.SKIPPED) != PartState.SKIPPED)
                .findFirst();
    }

    /** The part as it was last looked at, with what was accepted since. */
    private Optional<PartRecord> outcome(PartEvidence evidence, List<SetSummary> newestFirst) {
        return looked(evidence.part(), newestFirst)
                .flatMap(this::whole)
                .flatMap(set -> set.record().parts().stream()
                        .filter(part -> part.part() == evidence.part())
                        .findFirst())
                .map(part -> part.state() == PartState.SUSPECT && evidence.state() == PartState.OK
                        ? new PartRecord(part.part(), PartState.OK, List.of(), part.facts(), part.tookMillis())
                        : part);
    }

    /** The set, read once for all that is asked of it. */
    private Optional<StoredSet> whole(SetSummary set) {
        return read.computeIfAbsent(set, one -> destination.set(one.project(), one.id()));
    }

    private static Judgement judged(
            List<PartEvidence> parts, List<PartRecord> outcomes, List<SetSummary> newestFirst, CopyPlaces places) {
        if (newestFirst.isEmpty()) {
            return new Judgement(Verdict.NOT_RECOVERABLE, Survives.NOTHING, List.of());
        }
        Set<Part> older = EnumSet.noneOf(Part.class);
        parts.stream().filter(part -> part.good().isPresent()).forEach(part -> older.add(part.part()));
        Judgement judgement = Judge.judge(outcomes, older, part -> places.elsewhere(part, newestFirst));
        boolean unseen = outcomes.size() < parts.size();
        return unseen && judgement.verdict() != Verdict.NOT_RECOVERABLE
                ? new Judgement(Verdict.UNKNOWN, Survives.NOTHING, judgement.onlyHere())
                : judgement;
    }

    private static List<Finding> lacking(String project, List<PartEvidence> parts, List<SetSummary> newestFirst) {
        List<Finding> findings = new ArrayList<>();
        for (PartEvidence part : parts) {
            String word = part.part().word();
            if (part.state() == PartState.SKIPPED && !newestFirst.isEmpty()) {
                findings.add(Finding.warning(
                        "status.never-looked",
                        "the " + word + " of '" + project + "' was never looked at",
                        "Run 'ddevbak all " + project + "', or leave the part out with 'only' in the configuration."));
            } else if (part.good().isPresent() && !part.good().get().equals(newestFirst.get(0))) {
                findings.add(Finding.info(
                        "status.older-part",
                        "the newest set of '" + project + "' has no good copy of the " + word + "; the set "
                                + part.good().get().id() + " has"));
            }
        }
        return findings;
    }

    private boolean stale(List<PartEvidence> parts) {
        return maxAge.isPresent()
                && parts.stream()
                        .flatMap(part -> part.good().stream())
                        .anyMatch(set -> old(set.figures().created()));
    }

    /** {@code --max-age} judges the sets; that copies off the machine have not kept up is told beside it. */
    private Optional<Finding> oldCopies(String project, List<CopyPlace> places) {
        Optional<CopyPlace> newest =
                places.stream().filter(place -> place.seen().isPresent()).max(Comparator.comparing(CopyPlace::created));
        return newest.filter(place -> maxAge.isPresent() && old(place.created()))
                .map(place -> Finding.warning(
                        "status.copies-old",
                        "the newest copy of '" + Printable.text(project) + "' off this machine, " + place.set() + " in "
                                + Printable.text(place.name()) + ", is older than it may be",
                        "Run 'ddevbak copy " + Printable.text(project) + "', or set 'copy: {after-all: true}'."));
    }

    private boolean old(Instant created) {
        return Duration.between(created, now).compareTo(maxAge.orElseThrow()) > 0;
    }

    private static List<Learnt> learnt(List<SetSummary> sets) {
        return Stream.of(NoteKind.values())
                .flatMap(
                        kind -> sets.stream()
                                .flatMap(set -> set.learnt(kind).stream())
                                .max(Comparator.comparing(Learnt::at))
                                .stream())
                .toList();
    }
}
