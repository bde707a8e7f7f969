package io.github.ddevbak.store;

import java.time.Instant;
import java.util.Map;

/**
 * What was learnt of a set after it was sealed; kept beside it, so that a set never changes.
 *
 * @param schema {@link #SCHEMA}
 * @param set the set's id
 * @param kind what was done
 * @param at when, in UTC
 * @param good whether the set stood up to it
 * @param tookMillis milliseconds
 * @param facts for programs, as in {@link PartRecord}
 */
public record SetNote(
        String schema,
        String set,
        NoteKind kind,
        Instant at,
        boolean good,
        long tookMillis,
        Map<String, Object> facts) {

    /** The form of a note that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/note/1";

    public SetNote {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a note: " + schema);
        }
        if (SetId.parse(set).isEmpty()) {
            throw new IllegalArgumentException("not the name of a set: " + set);
        }
        facts = FactValues.copy(facts);
    }

    /** A new note of a set. */
    public static SetNote of(
            StoredSet set, NoteKind kind, Instant at, boolean good, long tookMillis, Map<String, Object> facts) {
        return new SetNote(SCHEMA, set.id(), kind, at, good, tookMillis, facts);
    }
}
