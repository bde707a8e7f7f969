package io.github.ddevbak.recovery;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.remote.RemoteStore;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredFileException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Chooses from what a repository holds the copies that a restore needs: of each part the newest good one, of one machine. */
final class RemoteChoice {
    private final RemoteStore store;
    private final RemoteListener listener;
    private final String place;

    /** @param listener hears what is passed over */
    RemoteChoice(RemoteStore store, RemoteListener listener) {
        this.store = store;
        this.listener = listener;
        this.place = store.restic().repository().name();
    }

    /**
     * The copies that are needed.
     *
     * @param all that may be meant, by project and newest first
     * @throws RestoreRefusedException where a project or a set is not there
     */
    List<RemoteSnapshot> of(RestoreRequest request, List<RemoteSnapshot> all) {
        List<RemoteSnapshot> chosen = new ArrayList<>();
        projects(request, all)
                .forEach((project, newestFirst) -> chosen.addAll(
                        request.wish().set().latest()
                                ? newestGood(newestFirst, request.wish().parts())
                                : named(request, project, newestFirst)));
        if (request.everything()) {
            all.stream().filter(RemoteSnapshot::global).findFirst().ifPresent(chosen::add);
        }
        return chosen;
    }

    private Map<String, List<RemoteSnapshot>> projects(RestoreRequest request, List<RemoteSnapshot> all) {
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
                        + "' in the repository " + place
                        + NearMatch.hint(name, new TreeSet<>(projects.keySet()))
                        + " See all with 'ddevbak list --remote'.");
            }
        }
        projects.keySet().retainAll(request.names());
        return projects;
    }

    private List<RemoteSnapshot> named(RestoreRequest request, String project, List<RemoteSnapshot> newestFirst) {
        List<RemoteSnapshot> meant =
                request.wish().set().among(newestFirst, one -> one.set().text());
        if (meant.isEmpty()) {
            throw new RestoreRefusedException("there is no set '"
                    + Printable.text(request.wish().set().text()) + "' of '" + project + "' in the repository "
                    + place + ". See all with 'ddevbak list --remote'.");
        }
        return meant.subList(0, 1);
    }

    /** From the newest on, until each part is good in one of them; where none tells, the newest is looked at as it comes. */
    private List<RemoteSnapshot> newestGood(List<RemoteSnapshot> newestFirst, Set<Part> parts) {
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
            Optional<SetRecord> record = record(one);
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
    private Optional<SetRecord> record(RemoteSnapshot one) {
        try {
            return Optional.of(store.with(one).record());
        } catch (StoredFileException odd) {
            listener.passedOver(odd.getMessage() + "; an older set is taken, if there is one.");
            return Optional.empty();
        }
    }
}
