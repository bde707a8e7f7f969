package io.github.ddevbak.remote;

import io.github.ddevbak.settings.Repository;

/** How repositories are spoken to. */
public interface RemoteTools {
    /**
     * restic's version in its own words.
     *
     * @throws RemoteException where it is not there or too old
     */
    String version();

    /** Not opened yet. */
    ResticCli of(Repository repository);
}
