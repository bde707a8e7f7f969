package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.remote.RemoteStore;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the sets that a restore needs from a repository, and reads each to its end before anything is put back. */
public final class RemoteSets {
    private final Destination destination;
    private final RemoteTools tools;
    private final RemoteRecords records;
    private final ExclusiveRun exclusive;
    private final Verifier verifier;
    private final RemoteListener listener;

    public RemoteSets(
            Destination destination,
            RemoteTools tools,
            RemoteRecords records,
            ExclusiveRun exclusive,
            Verifier verifier,
            RemoteListener listener) {
        this.destination = destination;
        this.tools = tools;
        this.records = records;
        this.exclusive = exclusive;
        this.verifier = verifier;
        this.listener = listener;
    }

    /**
     * The copies that are needed.
     *
     * @param host only those of that machine; empty for all
     * @throws RestoreRefusedException where a project or a set is not there
     */
    public List<RemoteSnapshot> choose(RestoreRequest request, Repository repository, Optional<String> host) {
        tools.version();
        listener.working(repository, "looking what is there");
        RemoteStore store = new RemoteStore(tools.of(repository), records);
        return new RemoteChoice(store, listener).of(request, store.snapshots(host));
    }

    /** Brings them under the lock; those that are here already stay as they are. */
    public BroughtSets bring(List<RemoteSnapshot> chosen, Repository repository) {
        return exclusive.withoutDdev("restore --from-remote", List.of(), surveyed -> brought(chosen, repository));
    }

    private BroughtSets brought(List<RemoteSnapshot> chosen, Repository repository) {
        destination.prepare();
        destination.removePartials();
        RemoteStore store = new RemoteStore(tools.of(repository), records);
        List<RemoteSnapshot> brought = new ArrayList<>();
        List<RemoteSnapshot> there = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (RemoteSnapshot one : chosen) {
            Optional<StoredSet> here = here(one);
            if (here.isPresent() && here.get().manifestSha256().equals(one.manifest())) {
                if (good(one, here.get())) {
                    there.add(one);
                } else {
                    findings.add(bad(
                            one,
                            "it is here, and is not as it was sealed",
                            "Say another --dest, and it is brought there; then look at the one here with 'ddevbak verify"
                                    + " " + one.project() + "'."));
                }
            } else if (here.isPresent()) {
                findings.add(bad(one, "a set of that name is here, and is another one", "Say another --dest."));
            } else {
                Optional<Finding> objection = bring(store, one);
                objection.ifPresent(findings::add);
                if (objection.isEmpty()) {
                    brought.add(one);
                }
            }
        }
        return new BroughtSets(brought, there, findings);
    }

    private Optional<StoredSet> here(RemoteSnapshot one) {
        return one.global()
                ? destination.globalSets().stream()
                        .filter(set -> set.id().equals(one.set().text()))
                        .findFirst()
                : destination.set(one.project(), one.set().text());
    }

    /** What does not stand up to being read is taken away again: it is still in the repository. */
    private Optional<Finding> bring(RemoteStore store, RemoteSnapshot one) {
        try {
            Repository repository = store.restic().repository();
            listener.working(repository, "bringing " + one.set().text() + " of " + one.project());
            StoredSet set = store.bring(one, destination);
            listener.working(repository, "reading " + one.set().text() + " of " + one.project() + " to its end");
            boolean other = !set.manifestSha256().equals(one.manifest());
            if (!other && good(one, set)) {
                return Optional.empty();
            }
            List<StoredSet> left = one.global() ? destination.globalSets() : destination.sets(one.project());
            destination.remove(
                    set,
                    left.stream().filter(each -> !each.id().equals(set.id())).toList());
            return Optional.of(bad(
                    one,
                    "what came is not as it was sealed",
                    "Take an older set with --set, or another repository; 'ddevbak verify --remote' reads this one."));
        } catch (StoredFileException odd) {
            return Optional.of(
                    bad(one, String.valueOf(odd.getMessage()), "Take an older set with --set, or another repository."));
        }
    }

    private boolean good(RemoteSnapshot one, StoredSet set) {
        VerifyResult read = verifier.verify(folder(one, set), Optional.empty(), VerifyListener.NONE);
        return !read.any(VerifiedSet.State.NOT_GOOD) && !read.sets().isEmpty();
    }

    private List<SealedFolder> folder(RemoteSnapshot one, StoredSet set) {
        List<SealedFolder> folders = one.global()
                ? destination.globalFolders()
                : destination.folders().getOrDefault(one.project(), List.of());
        return folders.stream()
                .filter(folder -> folder.folder().equals(set.folder()))
                .toList();
    }

    private static Finding bad(RemoteSnapshot one, String why, String hint) {
        return Finding.error(
                "restore.remote-set-bad",
                "The set " + one.set().text() + " of " + one.project() + " was not brought: " + why,
                hint);
    }
}
