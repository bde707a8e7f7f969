package io.github.ddevbak.remote;

import io.github.ddevbak.store.SetRecord;

/**
 * A copy of a set in a repository, with what its record says.
 *
 * @param snapshot where it is
 * @param record its {@code set.json}
 */
public record RemoteSet(RemoteSnapshot snapshot, SetRecord record) {}
