package io.github.ddevbak.backup;

import io.github.ddevbak.files.StoredCopies;
import io.github.ddevbak.files.UserFileCopies;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.Staging;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Where a project's user files go in a set in the making, and what an earlier set holds of them. */
final class FilesTarget {
    private final Project project;
    private final Destination destination;
    private final Staging staging;
    private final AtomicLong promised;
    private final Optional<StoredSet> earlier;

    /** @param promised the bytes that this run is going to write, and has not written yet */
    FilesTarget(Project project, Destination destination, Staging staging, AtomicLong promised) {
        this.project = project;
        this.destination = destination;
        this.staging = staging;
        this.promised = promised;
        this.earlier = destination.sets(project.name()).stream()
                .filter(set -> copied(set).isPresent())
                .findFirst();
    }

    private static Optional<Map<?, ?>> copied(StoredSet set) {
        return set.record().parts().stream()
                .filter(part -> part.part() == Part.FILES)
                .findFirst()
                .flatMap(part ->
                        part.facts().get("copied") instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty());
    }

    Path folder() {
        return staging.folder().resolve(Part.FILES.word());
    }

    Path destination() {
        return destination.folder();
    }

    /** The copies of the newest set that holds some. */
    StoredCopies stored() {
        return earlier.map(set -> StoredCopies.of(set.id(), set.folder().resolve(Part.FILES.word())))
                .orElseGet(StoredCopies::none);
    }

    /** Which share of the stored copies is to be read again: the one after the earlier set's. */
    long round() {
        return earlier.flatMap(FilesTarget::copied)
                .map(facts -> facts.get("round") instanceof Long round ? round + 1 : 0L)
                .orElse(0L);
    }

    /** Why so many new bytes may not be written; otherwise they are promised. */
    Optional<Finding> room(long newBytes) {
        Optional<Finding> objection = Space.objectionToFiles(
                project.name().text(), promised.addAndGet(newBytes), destination.usableBytes(), destination.folder());
        if (objection.isPresent()) {
            promised.addAndGet(-newBytes);
        }
        return objection;
    }

    /** The copies are whole: they belong to the set. */
    void keep(UserFileCopies copies, Path checksums) {
        staging.data(Part.FILES.word() + "/" + UserFileCopies.FOLDER, visitor -> copies.each(checksums, visitor::met));
    }
}
