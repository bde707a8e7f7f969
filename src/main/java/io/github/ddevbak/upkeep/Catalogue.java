package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.Summaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sets there are, read from their folders. */
public final class Catalogue {
    private final Destination destination;
    private final Path state;

    /** @param state where what was read is remembered, so that it is quick the next time */
    public Catalogue(Destination destination, Path state) {
        this.destination = destination;
        this.state = state;
    }

    public Path folder() {
        return destination.folder();
    }

    public List<ProjectName> projects() {
        return destination.projects();
    }

    /** What a list tells of the sets of these projects; all projects with a folder where none is named. */
    public Summaries summaries(List<ProjectName> projects) {
        return projects.isEmpty()
                ? destination.summaries(destination.everNamed(), state, true)
                : destination.summaries(projects, state, false);
    }

    /** The same of ddev's global configuration. */
    public Summaries global() {
        return destination.globalSummaries(state);
    }

    /** All that is known of one set; empty where it is gone meanwhile. */
    public Optional<StoredSet> whole(SetSummary set) {
        return destination.whole(set);
    }
}
