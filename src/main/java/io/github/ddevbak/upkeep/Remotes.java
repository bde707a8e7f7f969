package io.github.ddevbak.upkeep;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteStore;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.remote.RemoteTrouble;
import io.github.ddevbak.remote.ResticCli;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.RemoteRecord;
import io.github.ddevbak.store.RemoteRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what is in repositories, and whether it is as it was put there; each on its own. */
public final class Remotes {
    private final RemoteTools tools;
    private final RemoteRecords records;
    private final Cancellation cancellation;
    private final Clock clock;

    public Remotes(RemoteTools tools, RemoteRecords records, Cancellation cancellation, Clock clock) {
        this.tools = tools;
        this.records = records;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * The sets that are there.
     *
     * @param host only those of that machine; empty for all
     */
    public List<ListedRepository> list(List<Repository> repositories, Optional<String> host, RemoteListener listener) {
        tools.version();
        List<ListedRepository> listed = new ArrayList<>();
        for (Repository repository : repositories) {
            listener.working(repository, "looking what is there");
            try {
                RemoteStore store = new RemoteStore(tools.of(repository), records);
                listed.add(new ListedRepository(repository, store.snapshots(host), Optional.empty()));
            } catch (RemoteException trouble) {
                listed.add(new ListedRepository(repository, List.of(), Optional.of(trouble.finding())));
            }
        }
        return listed;
    }

    /**
     * Reads a share of each again.
     *
     * @param turns how many runs make the whole; 1 to 256
     */
    public List<CheckedRepository> check(List<Repository> repositories, int turns, RemoteListener listener) {
        tools.version();
        List<CheckedRepository> checked = new ArrayList<>();
        for (Repository repository : repositories) {
            if (!cancellation.requested()) {
                checked.add(check(repository, turns, listener));
            }
        }
        return checked;
    }

    private CheckedRepository check(Repository repository, int turns, RemoteListener listener) {
        Optional<RemoteRecord> record = Optional.empty();
        try {
            listener.working(repository, turns == 1 ? "reading it again" : "reading a share of it again");
            ResticCli restic = tools.of(repository);
            String id = restic.open();
            RemoteRecord before =
                    records.of(id).map(known -> known.in(turns)).orElseGet(() -> RemoteRecord.none(id, turns));
            record = Optional.of(before);
            restic.check(before.next(), turns, listener);
            RemoteRecord after = before.checked(true, clock.instant());
            records.keep(after);
            return new CheckedRepository(repository, Optional.of(after), before.next(), Optional.empty());
        } catch (RemoteException trouble) {
            if (record.isPresent() && trouble.trouble() == RemoteTrouble.DAMAGED) {
                records.keep(record.get().checked(false, clock.instant()));
            }
            return new CheckedRepository(
                    repository, record, record.map(RemoteRecord::next).orElse(0), Optional.of(trouble.finding()));
        }
    }
}
