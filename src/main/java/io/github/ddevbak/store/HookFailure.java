package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.time.Instant;

/**
 * A hook's snapshot that was not taken.
 *
 * @param schema {@link #SCHEMA}
 * @param project whose
 * @param at when
 * @param why a sentence
 */
public record HookFailure(String schema, ProjectName project, Instant at, String why) {

    /** The form of the file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/hook-failure/1";

    public HookFailure {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a hook's failure: " + schema);
        }
    }
}
