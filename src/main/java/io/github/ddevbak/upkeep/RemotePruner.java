package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.remote.RemoteStore;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.remote.RemoteTrouble;
import io.github.ddevbak.remote.ResticCli;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.RemoteRecords;
import io.github.ddevbak.store.SetCopies;
import io.github.ddevbak.store.StoredFileException;
import io.github.ddevbak.store.StoredSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes sets from a repository by the policy and the guards that hold for those on this machine. */
public final class RemotePruner {
    private final Destination destination;
    private final RemoteTools tools;
    private final RemoteRecords records;
    private final PrunePlanner planner;
    private final Cancellation cancellation;
    private final Clock clock;

    public RemotePruner(
            Destination destination,
            Configuration configuration,
            RemoteTools tools,
            RemoteRecords records,
            Cancellation cancellation,
            Clock clock) {
        this.destination = destination;
        this.tools = tools;
        this.records = records;
        this.planner = new PrunePlanner(destination, configuration);
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** Whose sets: each machine's projects are decided on their own. */
    private record Group(ProjectName project, boolean global, String host) {}

    /**
     * Removes from one repository what may go there.
     *
     * @param dry whether it is only planned
     * @throws RemoteException where the repository cannot be used
     * @throws NoPolicyException where nothing says of any project what may go
     */
    public PruneResult prune(PruneRequest request, Repository repository, boolean dry, RemoteListener listener) {
        Instant begin = clock.instant();
        tools.version();
        listener.working(repository, "looking what is there");
        ResticCli restic = tools.of(repository);
        String id = restic.open();
        if (records.of(id).filter(record -> !record.good()).isPresent()) {
            Finding damaged = Finding.error(
                    RemoteTrouble.DAMAGED.code(),
                    "Nothing is removed from " + repository.name() + ": its last check found it damaged",
                    "Mend it, and run 'ddevbak verify --remote' until it is good.");
            return new PruneResult(begin, clock.instant(), List.of(), List.of(), List.of(damaged), false);
        }
        List<Finding> findings = new ArrayList<>();
        List<PrunePlan> plans = new ArrayList<>();
        List<String> going = new ArrayList<>();
        List<PruneItem> items = new ArrayList<>();
        for (Map.Entry<Group, List<RemoteSnapshot>> group :
                groups(request, restic.snapshots()).entrySet()) {
            plan(new RemoteStore(restic, records), group, begin, findings).ifPresent(plan -> {
                plans.add(plan);
                findings.addAll(plan.findings());
                plan.going().forEach(item -> {
                    items.add(item);
                    group.getValue().stream()
                            .filter(one -> one.set().text().equals(item.name()))
                            .forEach(one -> going.add(one.id()));
                });
            });
        }
        boolean any = plans.stream()
                .anyMatch(plan -> plan.policy().isPresent() || !plan.findings().isEmpty());
        if (!any && !plans.isEmpty()) {
            throw new NoPolicyException("nothing says which sets may go.");
        }
        if (dry || going.isEmpty() || cancellation.requested()) {
            return new PruneResult(begin, clock.instant(), plans, List.of(), findings, cancellation.requested());
        }
        listener.working(repository, "removing sets");
        restic.forget(going);
        items.forEach(item -> destination
                .set(item.set().orElseThrow().project(), item.name())
                .ifPresent(set -> SetCopies.lost(set, id, begin)));
        restic.prune(listener);
        return new PruneResult(begin, clock.instant(), plans, items, findings, cancellation.requested());
    }

    private static Map<Group, List<RemoteSnapshot>> groups(PruneRequest request, List<RemoteSnapshot> snapshots) {
        Map<Group, List<RemoteSnapshot>> groups = new LinkedHashMap<>();
        for (RemoteSnapshot one : snapshots) {
            groups.computeIfAbsent(new Group(one.project(), one.global(), one.host()), group -> new ArrayList<>())
                    .add(one);
        }
        if (!request.everything()) {
            Selection selection = request.selection();
            List<Project> known = groups.keySet().stream()
                    .filter(group -> !group.global())
                    .map(Group::project)
                    .distinct()
                    .map(name -> new PruneTarget(name, Optional.of(request.workingDirectory()), List.of()).asProject())
                    .toList();
            List<ProjectName> chosen = selection
                    .from(
                            known,
                            request.workingDirectory(),
                            "nothing is there of a project",
                            "See all with 'ddevbak list --remote'.")
                    .stream()
                    .map(Project::name)
                    .toList();
            groups.keySet().removeIf(group -> group.global() || !chosen.contains(group.project()));
        }
        return groups;
    }

    /** One whose record cannot be read keeps all of its project there. */
    private Optional<PrunePlan> plan(
            RemoteStore store, Map.Entry<Group, List<RemoteSnapshot>> group, Instant now, List<Finding> findings) {
        Group of = group.getKey();
        Map<String, StoredSet> sets = new LinkedHashMap<>();
        try {
            for (RemoteSnapshot one : group.getValue()) {
                sets.putIfAbsent(
                        one.set().text(),
                        destination.elsewhere(
                                of.project(), of.global(), store.with(one).record()));
            }
        } catch (StoredFileException odd) {
            findings.add(Finding.error(
                    "store.not-removed",
                    "Nothing of " + of.project() + " is removed: " + odd.getMessage(),
                    "Look at it with 'ddevbak list --remote'."));
            return Optional.empty();
        }
        return Optional.of(planner.remote(PruneTarget.of(of.project(), List.copyOf(sets.values())), of.global(), now));
    }
}
