package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.time.Instant;

/**
 * A hook that {@code hook install} wrote into a project.
 *
 * @param schema {@link #SCHEMA}
 * @param project which
 * @param approot its folder, absolute
 * @param limitSeconds how long the hook may hold up ddev
 * @param installed when
 */
public record InstalledHook(String schema, ProjectName project, String approot, long limitSeconds, Instant installed) {

    /** The form of the file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/hook/1";

    public InstalledHook {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a hook: " + schema);
        }
    }
}
