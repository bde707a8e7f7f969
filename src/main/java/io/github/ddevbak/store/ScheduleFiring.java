package io.github.ddevbak.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The newest time that the schedule's job was started.
 *
 * @param schema {@link #SCHEMA}
 * @param at when, to the second
 * @param ran whether it had nothing left to do or made a run; false: it is to be tried again
 * @param why it could do nothing; empty where it did
 */
public record ScheduleFiring(String schema, Instant at, boolean ran, String why) {

    /** The form of the file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/firing/1";

    public ScheduleFiring {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a firing: " + schema);
        }
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A firing that did what it was to do, or found it done. */
    public static ScheduleFiring done(Instant at) {
        return new ScheduleFiring(SCHEMA, at, true, "");
    }

    /** A firing that could do nothing. */
    public static ScheduleFiring later(Instant at, String why) {
        return new ScheduleFiring(SCHEMA, at, false, why);
    }
}
