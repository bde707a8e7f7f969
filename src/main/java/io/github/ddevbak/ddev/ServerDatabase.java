package io.github.ddevbak.ddev;

import io.github.ddevbak.project.SchemaCounts;

/**
 * A database of a project's server, and what the server says it holds.
 *
 * @param name as the server knows it; may hold any character
 * @param counts {@link #UNCOUNTED} where the server lists the database but does not let anybody in
 * @param bytes its size by the server's own, rough figure
 */
public record ServerDatabase(String name, SchemaCounts counts, long bytes) {

    /** Below anything a dump can hold, so that no dump can ever be proved by it. */
    public static final SchemaCounts UNCOUNTED = new SchemaCounts(-1, -1, -1, -1, -1, -1, -1);

    /** Whether the server could say what the database holds. */
    public boolean counted() {
        return !counts.equals(UNCOUNTED);
    }
}
