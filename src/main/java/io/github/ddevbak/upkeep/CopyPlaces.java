package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.RemoteRecord;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SetCopies;
import io.github.ddevbak.store.SetCopy;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the copies of a project's sets are, and whether they outlive its disk: from what was noted when they were seen. */
final class CopyPlaces {
    private final Destination destination;
    private final Function<SetSummary, Optional<StoredSet>> whole;
    private final RemoteRecords records;
    private final Path approot;

    /**
     * For one project.
     *
     * @param whole reads a set
     * @param approot the project's folder; where it is gone, the disk of the sets is taken for the project's
     */
    CopyPlaces(
            Destination destination,
            Function<SetSummary, Optional<StoredSet>> whole,
            RemoteRecords records,
            Path approot) {
        this.destination = destination;
        this.whole = whole;
        this.records = records;
        this.approot = approot;
    }

    /**
     * Whether a good copy of the part is where the loss of the project's disk leaves it.
     *
     * @param newestFirst the project's sets without those made before a restore
     */
    boolean elsewhere(Part part, List<SetSummary> newestFirst) {
        if (setsElsewhere()) {
            return true;
        }
        Stream<SetSummary> good = newestFirst.stream().filter(set -> set.good(part));
        // What git lacked is in the newest set only: an older one lacks what was written since.
        return (part == Part.CODE ? good.limit(1) : good)
                .anyMatch(set -> copies(set).stream().anyMatch(this::counts));
    }

    /** Every place, the destination first. */
    List<CopyPlace> of(List<SetSummary> newestFirst) {
        List<CopyPlace> places = new ArrayList<>();
        newestFirst.stream().findFirst().ifPresent(set -> places.add(here(set, newestFirst)));
        Set<String> told = new HashSet<>();
        for (SetSummary set : newestFirst) {
            for (SetCopy copy : copies(set)) {
                if (told.add(copy.repositoryId())) {
                    places.add(there(set, copy));
                }
            }
        }
        return places;
    }

    private CopyPlace here(SetSummary newest, List<SetSummary> all) {
        Optional<Learnt> read = all.stream()
                .flatMap(set -> set.learnt(NoteKind.VERIFIED).stream())
                .findFirst();
        return new CopyPlace(
                "here",
                destination.folder().toString(),
                setsElsewhere(),
                newest.id(),
                newest.figures().created(),
                Optional.empty(),
                read.map(Learnt::at),
                read.map(Learnt::good).orElse(true));
    }

    private CopyPlace there(SetSummary set, SetCopy copy) {
        Optional<RemoteRecord> checks = records.of(copy.repositoryId());
        return new CopyPlace(
                copy.repository(),
                copy.place(),
                !copy.lostWith(disk()),
                set.id(),
                set.figures().created(),
                Optional.of(copy.seen()),
                checks.map(RemoteRecord::last).filter(last -> !last.equals(Instant.EPOCH)),
                checks.map(RemoteRecord::good).orElse(true));
    }

    private boolean counts(SetCopy copy) {
        return !copy.lostWith(disk())
                && records.of(copy.repositoryId()).map(RemoteRecord::good).orElse(true);
    }

    private List<SetCopy> copies(SetSummary set) {
        return set.learnt(NoteKind.COPIED).isEmpty()
                ? List.of()
                : whole.apply(set).map(SetCopies::of).orElse(List.of());
    }

    private boolean setsElsewhere() {
        return Files.isDirectory(approot) && !destination.onSameDiskAs(approot);
    }

    private Path disk() {
        return Files.isDirectory(approot) ? approot : destination.folder();
    }
}
