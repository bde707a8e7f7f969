package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which projects get something back, and where they are or will be. */
final class RestoreTargets {
    private final Destination destination;
    private final Surveyed surveyed;
    private final RestoreRequest request;

    RestoreTargets(Destination destination, Surveyed surveyed, RestoreRequest request) {
        this.destination = destination;
        this.surveyed = surveyed;
        this.request = request;
    }

    List<RestorePlan> plans() {
        List<RestorePlan> plans = new ArrayList<>();
        for (ProjectName source : sources()) {
            List<StoredSet> sets = destination.sets(source);
            Project target = target(source, sets.get(0));
            boolean fresh = fresh(target.approot());
            refuseUnfit(target, fresh);
            plans.add(new RestorePlanner(source, sets, request.wish(), target, fresh).plan(lenient()));
        }
        return plans;
    }

    /** Where everything is wanted, what is not there is told; where one thing is, it is an error. */
    private boolean lenient() {
        return request.everything() || request.wish().as().isPresent();
    }

    private List<ProjectName> sources() {
        List<ProjectName> known = destination.projects();
        if (request.everything()) {
            return known;
        }
        List<String> names = request.names().isEmpty()
                ? new Selection(List.of(), false, List.of(), List.of())
                        .from(surveyed.projects(), request.workingDirectory()).stream()
                                .map(project -> project.name().text())
                                .toList()
                : request.names();
        List<ProjectName> sources = new ArrayList<>();
        for (String name : names) {
            List<String> texts = known.stream().map(ProjectName::text).toList();
            sources.add(known.stream()
                    .filter(one -> one.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new RestoreRefusedException("there is no set of a project named '"
                            + Printable.text(name) + "' in "
                            + Printable.text(destination.folder().toString()) + NearMatch.hint(name, texts)
                            + " See all with 'ddevbak list'.")));
        }
        return sources;
    }

    private Project target(ProjectName source, StoredSet newest) {
        Optional<Project> known = known(source);
        if (request.wish().as().isPresent()) {
            return copy(source, newest, request.wish().as().orElseThrow());
        }
        Path approot = request.wish()
                .into()
                .map(folder -> request.everything() ? folder.resolve(source.text()) : folder)
                .orElseGet(() -> known.map(Project::approot)
                        .orElse(Path.of(newest.record().approot())));
        if (known.isPresent() && known.orElseThrow().approot().equals(approot)) {
            return known.orElseThrow();
        }
        if (known.isPresent() && known.orElseThrow().status() != ProjectStatus.DIRECTORY_MISSING) {
            throw new RestoreRefusedException("ddev knows project '" + source + "' in "
                    + Printable.text(known.orElseThrow().approot().toString()) + ", so it cannot be put into "
                    + Printable.text(approot.toString()) + " as well. Give the copy a name of its own with --as.");
        }
        return project(source, approot, newest);
    }

    private Project copy(ProjectName source, StoredSet newest, String as) {
        ProjectName name = ProjectName.parse(as)
                .orElseThrow(() -> new RestoreRefusedException("'" + Printable.text(as)
                        + "' cannot name a project: use letters, digits, hyphens and periods."));
        if (known(name).isPresent() || name.equals(source)) {
            throw new RestoreRefusedException("there is a project '" + name
                    + "' already, and a copy goes into a new one. Choose another name for --as.");
        }
        Path beside = Optional.ofNullable(Path.of(newest.record().approot()).getParent())
                .filter(Files::isDirectory)
                .orElse(request.workingDirectory());
        Path approot = request.wish().into().orElseGet(() -> beside.resolve(name.text()));
        if (!fresh(approot)) {
            throw new RestoreRefusedException(Printable.text(approot.toString())
                    + " is there and not empty, and a copy goes into a new folder. Name another with --into.");
        }
        return project(name, approot, newest);
    }

    private Optional<Project> known(ProjectName name) {
        return surveyed.projects().stream()
                .filter(project -> project.name().equals(name))
                .findFirst();
    }

    private static Project project(ProjectName name, Path approot, StoredSet newest) {
        ProjectStatus status = !Files.isDirectory(approot)
                ? ProjectStatus.DIRECTORY_MISSING
                : Files.isRegularFile(approot.resolve(".ddev").resolve("config.yaml"))
                        ? ProjectStatus.STOPPED
                        : ProjectStatus.CONFIG_MISSING;
        return new Project(
                name,
                approot.toAbsolutePath().normalize(),
                newest.record().type(),
                newest.record().docroot(),
                status,
                Optional.empty(),
                false,
                List.of(),
                false);
    }

    private void refuseUnfit(Project target, boolean fresh) {
        boolean database = request.wish().parts().contains(Part.DATABASE);
        boolean config = request.wish().parts().contains(Part.CONFIG)
                || request.wish().parts().contains(Part.CODE);
        if (database && !fresh && !target.callable() && !config) {
            throw new RestoreRefusedException("project '" + target.name() + "' has no .ddev/config.yaml in "
                    + Printable.text(target.approot().toString())
                    + ", and ddev would make a new, empty project there. Add --config to bring it back first.");
        }
    }

    private static boolean fresh(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
