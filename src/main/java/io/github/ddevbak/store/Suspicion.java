package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a project looks emptied and nobody said that this is as it should be: then nothing older may be removed. */
public final class Suspicion {
    private Suspicion() {}

    /**
     * The newest set that is suspect and not accepted: of each part the newest set counts in which it was looked at and
     * did not fail, so that a later run of other parts or a failed one does not end the suspicion.
     *
     * @param newestFirst all sets of one project
     */
    public static Optional<StoredSet> unaccepted(List<StoredSet> newestFirst) {
        return Stream.of(Part.values())
                .flatMap(part -> lookedAt(newestFirst, part).stream()
                        .filter(set -> GoodParts.state(set, part)
                                .filter(PartState.SUSPECT::equals)
                                .isPresent())
                        .filter(set -> !GoodParts.good(set, part)))
                .min((one, other) -> Integer.compare(newestFirst.indexOf(one), newestFirst.indexOf(other)));
    }

    private static Optional<StoredSet> lookedAt(List<StoredSet> newestFirst, Part part) {
        return newestFirst.stream()
                .filter(set -> !set.safetyCopy())
                .filter(set -> GoodParts.state(set, part)
                        .filter(state -> state != PartState.SKIPPED && state != PartState.FAILED)
                        .isPresent())
                .findFirst();
    }
}
