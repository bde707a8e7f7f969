package io.github.ddevbak.upkeep;

import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds whose sets are meant: what is stored counts, whether ddev still knows the project or not. */
final class PruneTargets {
    private final Destination destination;
    private final PruneProjects registered;

    /** @param registered the projects of ddev's registry and of the folders given, read without ddev */
    PruneTargets(Destination destination, PruneProjects registered) {
        this.destination = destination;
        this.registered = registered;
    }

    List<PruneTarget> of(PruneRequest request) {
        Map<ProjectName, PruneTarget> known = new TreeMap<>();
        for (ProjectName name : destination.projects()) {
            PruneTarget stored = PruneTarget.of(name, destination.sets(name));
            if (stored.approot().isPresent()) {
                known.put(name, stored);
            }
        }
        if (request.snapshots() || !request.selection().folders().isEmpty()) {
            for (Project project : registered.in(request.selection().folders())) {
                PruneTarget stored = known.get(project.name());
                known.put(
                        project.name(),
                        new PruneTarget(
                                project.name(),
                                Optional.of(project.approot()),
                                stored == null ? List.of() : stored.sets()));
            }
        }
        List<Project> projects =
                known.values().stream().map(PruneTarget::asProject).toList();
        List<PruneTarget> chosen = new ArrayList<>();
        for (Project project : request.selection()
                .from(
                        projects,
                        request.workingDirectory(),
                        "nothing is stored of a project",
                        "See all with 'ddevbak list'.")) {
            chosen.add(Optional.ofNullable(known.get(project.name())).orElseThrow());
        }
        if (request.everything()) {
            chosen.addAll(global());
        }
        return chosen;
    }

    /** What a run just saved without a failure; the sets of other projects are left for a better day. */
    List<PruneTarget> savedBy(RunResult run) {
        List<PruneTarget> saved = new ArrayList<>();
        for (ProjectResult result : run.projects()) {
            boolean failed = result.parts().stream().anyMatch(part -> part.state() == PartState.FAILED);
            if (result.set().isPresent() && !failed) {
                ProjectName name = result.project().name();
                saved.add(new PruneTarget(name, Optional.of(result.project().approot()), destination.sets(name)));
            }
        }
        boolean globalFailed =
                run.findings().stream().anyMatch(each -> each.finding().code().equals("config.global-not-saved"));
        if (!globalFailed && saved.size() == run.projects().size()) {
            saved.addAll(global());
        }
        return saved;
    }

    private List<PruneTarget> global() {
        PruneTarget global = new PruneTarget(Destination.GLOBAL, Optional.empty(), destination.globalSets());
        return global.sets().isEmpty() ? List.of() : List.of(global);
    }
}
