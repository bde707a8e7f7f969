package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.remote.RemoteStore;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        List<RemoteSnapshot> all = store.snapshots(host);
        List<RemoteSnapshot> chosen = new ArrayList<>();
        for (Map.Entry<String, List<RemoteSnapshot>> project :
                projects(request, all, repository).entrySet()) {
            chosen.addAll(
                    request.wish().set().latest()
                            ? newestGood(
                                    store, project.getValue(), request.wish().parts())
                            : named(request, project.getKey(), project.getValue(), repository));
        }
        if (request.everything()) {
            all.stream().filter(RemoteSnapshot::global).findFirst().ifPresent(chosen::add);
        }
        return chosen;
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

    private static Map<String, List<RemoteSnapshot>> projects(
            RestoreRequest request, List<RemoteSnapshot> all, Repository repository) {
        Map<String, List<RemoteSnapshot>> projects = new LinkedHashMap<>();
        for (RemoteSnapshot one : all) {
            if (!one.global()) {
                projects.computeIfAbsent(one.project().text(), name -> new ArrayList<>())
                        .add(one);
            }
        }
        if (request.everything()) {
            return projects;
        }
        for (String name : request.names()) {
            if (!projects.containsKey(name)) {
                throw new RestoreRefusedException("there is no set of a project named '" + Printable.text(name)
                        + "' in the repository " + repository.name()
                        + NearMatch.hint(name, new TreeSet<>(projects.keySet()))
                        + " See all with 'ddevbak list --remote'.");
            }
        }
        projects.keySet().retainAll(request.names());
        return projects;
    }

    private static List<RemoteSnapshot> named(
            RestoreRequest request, String project, List<RemoteSnapshot> newestFirst, Repository repository) {
        List<RemoteSnapshot> meant =
                request.wish().set().among(newestFirst, one -> one.set().text());
        if (meant.isEmpty()) {
            throw new RestoreRefusedException("there is no set '"
                    + Printable.text(request.wish().set().text()) + "' of '" + project + "' in the repository "
                    + repository.name() + ". See all with 'ddevbak list --remote'.");
        }
        return meant.subList(0, 1);
    }

    /** From the newest on, until each part is good in one of them; where none tells, the newest is looked at as it comes. */
    private List<RemoteSnapshot> newestGood(RemoteStore store, List<RemoteSnapshot> newestFirst, Set<Part> parts) {
        Set<Part> missing = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        List<RemoteSnapshot> chosen = new ArrayList<>();
        Optional<RemoteSnapshot> unread = Optional.empty();
        for (RemoteSnapshot one : newestFirst) {
            if (one.set().label().equals(SetRecord.BEFORE_RESTORE) || !sameMachine(one, chosen)) {
                continue;
            }
            if (missing.isEmpty()) {
                break;
            }
            Optional<SetRecord> record = record(store, one);
            if (record.isEmpty()) {
                unread = unread.or(() -> Optional.of(one));
            } else if (brings(record.get(), missing) || chosen.isEmpty()) {
                chosen.add(one);
            }
        }
        if (chosen.isEmpty()) {
            return unread.stream().toList();
        }
        tellOthers(chosen.get(0), newestFirst);
        return chosen;
    }

    /** A project of one name on two machines is two: what is put back is never put together from both. */
    private static boolean sameMachine(RemoteSnapshot one, List<RemoteSnapshot> chosen) {
        return chosen.isEmpty() || chosen.get(0).host().equals(one.host());
    }

    private void tellOthers(RemoteSnapshot chosen, List<RemoteSnapshot> all) {
        Set<String> others = new TreeSet<>();
        all.stream()
                .map(RemoteSnapshot::host)
                .filter(other -> !other.equals(chosen.host()))
                .forEach(other -> others.add(Printable.text(other)));
        if (!others.isEmpty()) {
            listener.passedOver("sets of " + chosen.project() + " are there from several machines; only those of "
                    + Printable.text(chosen.host())
                    + ", which made the newest of them, are taken. For others say --host ("
                    + String.join(", ", others) + ").");
        }
    }

    /** Whether a part that is still missing is good in it; missing no more then. */
    private static boolean brings(SetRecord record, Set<Part> missing) {
        return missing.removeAll(record.parts().stream()
                .filter(part -> GoodParts.good(part.state(), false))
                .map(PartRecord::part)
                .toList());
    }

    /** Anybody who may write there can put in what is no set: it keeps nobody from those that are. */
    private Optional<SetRecord> record(RemoteStore store, RemoteSnapshot one) {
        try {
            return Optional.of(store.with(one).record());
        } catch (StoredFileException odd) {
            listener.passedOver(odd.getMessage() + "; an older set is taken, if there is one.");
            return Optional.empty();
        }
    }
}
