package io.github.ddevbak.remote;

import io.github.ddevbak.settings.Repository;

/** Hears how work in a repository goes on. */
public interface RemoteListener {

    /** Something that may take a while began there. */
    void working(Repository repository, String what);

    /** Something there is not taken, which whoever asked for it would not expect. */
    void passedOver(String sentence);

    /** So many of so many pieces are done; may be heard again and again while none is added. */
    void pieces(long done, long of);
}
