package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.ExclusiveRun;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.remote.CopiedSet;
import io.github.ddevbak.remote.Copier;
import io.github.ddevbak.remote.LocalSet;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.remote.RemoteTrouble;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.SetName;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies sealed sets off the machine. One repository that fails keeps no other from its copies, and a copy that was cut
 * short is made by the next run. It keeps no run waiting; only sets are not removed meanwhile.
 */
public final class Copies {
    private final Destination destination;
    private final PruneTargets targets;
    private final RemoteTools tools;
    private final ExclusiveRun.Locking locking;
    private final Cancellation cancellation;
    private final Clock clock;

    public Copies(
            Destination destination,
            PruneProjects projects,
            RemoteTools tools,
            ExclusiveRun.Locking locking,
            Cancellation cancellation,
            Clock clock) {
        this.destination = destination;
        this.targets = new PruneTargets(destination, projects);
        this.tools = tools;
        this.locking = locking;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * Makes the repository.
     *
     * @return its own id, as it answers when it is opened
     * @throws RemoteException where it cannot be made, or is there already
     */
    public String init(Repository repository) {
        tools.version();
        tools.of(repository).init();
        return tools.of(repository).open();
    }

    /** The sets that are meant. */
    public List<LocalSet> choose(CopyRequest request) {
        PruneRequest asked = new PruneRequest("copy", request.selection(), false, request.workingDirectory());
        return targets.of(asked).stream()
                .flatMap(target -> meant(target, request.set()).stream())
                .toList();
    }

    /**
     * Copies them, chosen anew now that none can go away.
     *
     * @throws RemoteException where restic is not there
     * @throws io.github.ddevbak.store.LockHeldException where sets are being removed
     */
    public CopyResult copy(CopyRequest request, CopyListener listener) {
        try (DestinationLock sets = sets("copy")) {
            return copied(choose(request), request.repositories(), request.host(), listener);
        }
    }

    /** The same for what a run just sealed. */
    public CopyResult after(RunResult run, List<Repository> repositories, CopyListener listener) {
        try (DestinationLock sets = sets("copy after " + run.command())) {
            return copied(sealed(run), repositories, Optional.empty(), listener);
        }
    }

    private DestinationLock sets(String command) {
        return DestinationLock.readingSets(
                locking.state(), command, clock.instant(), locking.patience(), cancellation::requested);
    }

    private List<LocalSet> sealed(RunResult run) {
        List<LocalSet> sets = new ArrayList<>();
        run.projects().stream()
                .filter(one -> one.set().isPresent())
                .map(one -> one.project().name())
                .map(name -> PruneTarget.of(name, destination.sets(name)))
                .forEach(target -> sets.addAll(meant(target, SetName.NEWEST)));
        destination.globalSets().stream().findFirst().ifPresent(set -> sets.add(LocalSet.of(set, true)));
        return sets;
    }

    private static List<LocalSet> meant(PruneTarget target, SetName name) {
        List<StoredSet> sets = target.sets();
        Set<StoredSet> meant = new LinkedHashSet<>();
        if (name.latest()) {
            List<StoredSet> usual =
                    sets.stream().filter(set -> !set.safetyCopy()).toList();
            usual.stream().findFirst().ifPresent(meant::add);
            List.of(Part.values()).forEach(part -> GoodParts.newest(usual, part).ifPresent(meant::add));
        } else {
            meant.addAll(name.among(sets));
        }
        return meant.stream().map(set -> LocalSet.of(set, target.global())).toList();
    }

    private CopyResult copied(
            List<LocalSet> sets, List<Repository> repositories, Optional<String> host, CopyListener listener) {
        tools.version();
        List<RepositoryCopies> done = new ArrayList<>();
        for (Repository repository : repositories) {
            if (!cancellation.requested()) {
                done.add(copied(sets, repository, host, listener));
            }
        }
        return new CopyResult(done, cancellation.requested());
    }

    private RepositoryCopies copied(
            List<LocalSet> sets, Repository repository, Optional<String> host, CopyListener listener) {
        List<CopiedSet> done = new ArrayList<>();
        try {
            Copier copier = new Copier(tools.of(repository), host, clock);
            for (LocalSet set : sets) {
                listener.copying(set.set().project().text(), set.set().id(), repository);
                CopiedSet copied = one(copier, set, listener);
                done.add(copied);
                listener.copied(copied, repository);
            }
            return new RepositoryCopies(repository, done, 0, Optional.empty());
        } catch (RemoteException trouble) {
            Optional<Finding> told =
                    trouble.trouble() == RemoteTrouble.CANCELLED ? Optional.empty() : Optional.of(trouble.finding());
            return new RepositoryCopies(repository, done, sets.size() - done.size(), told);
        }
    }

    private static CopiedSet one(Copier copier, LocalSet set, CopyListener listener) {
        try {
            return copier.copy(set, listener::bytes);
        } catch (DestinationException | StoredFileException notNoted) {
            return CopiedSet.failed(
                    set, Finding.error("store.not-noted", String.valueOf(notNoted.getMessage()), "Then copy again."));
        }
    }
}
