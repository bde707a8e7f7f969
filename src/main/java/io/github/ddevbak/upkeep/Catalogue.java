package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.StoredSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sets there are, read from their folders. */
public final class Catalogue {
    private final Destination destination;

    public Catalogue(Destination destination) {
        this.destination = destination;
    }

    public Path folder() {
        return destination.folder();
    }

    public List<ProjectName> projects() {
        return destination.projects();
    }

    /** All sets, by project and newest first. */
    public List<StoredSet> sets(List<ProjectName> projects) {
        List<StoredSet> sets = new ArrayList<>();
        projects.forEach(project -> sets.addAll(destination.sets(project)));
        return sets;
    }

    /** What looks like a set and is none. */
    public List<Finding> oddities() {
        return destination.oddities();
    }
}
