package io.github.ddevbak.store;

import java.time.Instant;

/**
 * What a note beside a set says in short.
 *
 * @param kind what was done
 * @param at when, in UTC
 * @param good whether the set stood up to it
 * @param tookMillis milliseconds
 */
public record Learnt(NoteKind kind, Instant at, boolean good, long tookMillis) {
    static Learnt of(SetNote note) {
        return new Learnt(note.kind(), note.at(), note.good(), note.tookMillis());
    }
}
