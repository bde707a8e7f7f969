package io.github.ddevbak.remote;

import io.github.ddevbak.store.StoredSet;

/**
 * A sealed set on this machine that is, or is to be, in a repository.
 *
 * @param global whether it is of ddev's global configuration: a project may have the same name
 * @param manifest the hash of its {@code MANIFEST.sha256}
 */
public record LocalSet(StoredSet set, boolean global, String manifest) {

    /**
     * Reads its manifest's hash.
     *
     * @throws io.github.ddevbak.store.StoredFileException where its manifest cannot be read
     */
    public static LocalSet of(StoredSet set, boolean global) {
        return new LocalSet(set, global, set.manifestSha256());
    }
}
