package io.github.ddevbak.upkeep;

import io.github.ddevbak.remote.CopiedSet;
import io.github.ddevbak.settings.Repository;

/** Hears how copying goes on. */
public interface CopyListener {
    /** A set is about to be copied. */
    void copying(String project, String set, Repository repository);

    /** How many bytes of it restic has read. */
    void bytes(long done);

    void copied(CopiedSet set, Repository repository);
}
