package io.github.ddevbak.remote;

import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.FileTree;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One repository as a place that sets come back from. */
public final class RemoteStore {
    private final ResticCli restic;
    private final RemoteRecords records;

    public RemoteStore(ResticCli restic, RemoteRecords records) {
        this.restic = restic;
        this.records = records;
    }

    public ResticCli restic() {
        return restic;
    }

    /** The sets there, by project and newest first; those of one machine only where one is named. */
    public List<RemoteSnapshot> snapshots(Optional<String> host) {
        return restic.snapshots().stream()
                .filter(one -> host.isEmpty() || host.get().equals(one.host()))
                .toList();
    }

    /**
     * The copy with its record.
     *
     * @throws io.github.ddevbak.store.StoredFileException where what is there is no set's record
     */
    public RemoteSet with(RemoteSnapshot snapshot) {
        try {
            return new RemoteSet(
                    snapshot, records.set(snapshot.id(), file -> restic.dump(snapshot.id(), "/set.json", file)));
        } catch (StoredFileException odd) {
            throw new StoredFileException(
                    "the record of the set " + snapshot.set().text() + " of " + snapshot.project() + " in "
                            + restic.repository().name() + " (" + snapshot.shortId()
                            + " of restic's) is none that this ddevbak can read",
                    odd);
        }
    }

    /**
     * Brings a set into the destination; what is there under its name stays.
     *
     * @throws io.github.ddevbak.store.StoredFileException where what comes is no such set
     */
    public StoredSet bring(RemoteSnapshot snapshot, Destination destination) {
        Path arriving = destination.arrival(snapshot.project(), snapshot.global(), snapshot.set());
        try {
            restic.restore(snapshot.id(), arriving);
            return destination.adopt(snapshot.project(), snapshot.global(), snapshot.set());
        } finally {
            remove(arriving);
        }
    }

    /** What did not come whole. */
    private static void remove(Path arriving) {
        try {
            FileTree.delete(arriving);
        } catch (IOException stays) {
            // Nobody lists it, and the next run removes it and says so.
        }
    }
}
