package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetId;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetNotes;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What retention has to know of one set.
 *
 * @param parts how each part fared
 * @param dumps the databases it holds a dump of
 * @param accepted whether a person said that it is as it should be
 * @param verified whether its bytes were as recorded, when they were last read again
 * @param drilled whether it could be restored, when that was last tried
 */
record RetentionSet(
        SetId id,
        Map<Part, PartState> parts,
        Set<String> dumps,
        boolean accepted,
        Optional<Boolean> verified,
        Optional<Boolean> drilled) {

    RetentionSet {
        parts = Map.copyOf(parts);
        dumps = Set.copyOf(dumps);
    }

    /** Reads the notes that lie beside the set. */
    static RetentionSet of(StoredSet set) {
        Map<Part, PartState> parts = new EnumMap<>(Part.class);
        for (PartRecord part : set.record().parts()) {
            parts.put(part.part(), part.state());
        }
        return new RetentionSet(
                SetId.parse(set.id()).orElseThrow(),
                parts,
                StoredDatabases.of(set.record()).dumps().stream()
                        .map(StoredDump::name)
                        .collect(Collectors.toSet()),
                SetNotes.of(set, NoteKind.ACCEPTED).isPresent(),
                SetNotes.of(set, NoteKind.VERIFIED).map(SetNote::good),
                SetNotes.of(set, NoteKind.DRILLED).map(SetNote::good));
    }

    /** Whether a later look found that it cannot be relied on. */
    boolean bad() {
        return !verified.orElse(true) || !drilled.orElse(true);
    }

    boolean good(Part part) {
        PartState state = parts.get(part);
        return state != null && GoodParts.good(state, accepted);
    }

    boolean ok(Part part) {
        return parts.get(part) == PartState.OK;
    }

    /** Whether every part asked for is good and nothing bad was found later. */
    boolean whole() {
        return !bad() && !asked().isEmpty() && asked().stream().allMatch(this::good);
    }

    /** The parts that were not left out. */
    Set<Part> asked() {
        Set<Part> asked = new TreeSet<>();
        parts.forEach((part, state) -> {
            if (state != PartState.SKIPPED) {
                asked.add(part);
            }
        });
        return asked;
    }
}
