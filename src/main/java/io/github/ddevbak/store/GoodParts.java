package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Which sets hold a good copy of a part: what {@code latest} means is judged part by part. */
public final class GoodParts {
    private GoodParts() {}

    /**
     * The newest set in which the part is good: asked for and {@code ok}, {@code at-risk} or {@code none}, or
     * {@code suspect} and accepted by a person.
     */
    public static Optional<StoredSet> newest(List<StoredSet> newestFirst, Part part) {
        return newestFirst.stream().filter(set -> good(set, part)).findFirst();
    }

    /** Whether the set holds a good copy of the part, or the knowledge that there was nothing to copy. */
    public static boolean good(StoredSet set, Part part) {
        return state(set, part).filter(state -> good(set, state)).isPresent();
    }

    /** Whether a part in this state is a good copy; {@code accepted}: a person said that the set is as it should be. */
    public static boolean good(PartState state, boolean accepted) {
        return good(state, () -> accepted);
    }

    /** How the part fared in the set; empty where the set does not say. */
    public static Optional<PartState> state(StoredSet set, Part part) {
        return set.record().parts().stream()
                .filter(one -> one.part() == part)
                .map(PartRecord::state)
                .findFirst();
    }

    private static boolean good(StoredSet set, PartState state) {
        return good(state, () -> SetNotes.of(set, NoteKind.ACCEPTED).isPresent());
    }

    static boolean good(PartState state, BooleanSupplier accepted) {
        return state == PartState.SUSPECT ? accepted.getAsBoolean() : state.good() && state != PartState.SKIPPED;
    }
}
