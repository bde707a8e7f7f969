package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a restore of one project will do, decided before anything is touched.
 *
 * @param source whose sets
 * @param target the project that gets it; its status says how it was found
 * @param fresh whether there is nothing in the target's folder yet
 * @param renamed whether the target has another name than the source
 * @param sets the set each part comes from
 * @param dumps the databases that are replaced; empty where the snapshot is taken or none is wanted
 * @param snapshot the snapshot, where it is taken
 * @param saved the parts of the present state that are saved first
 * @param steps what is done, each a line for a person
 */
public record RestorePlan(
        ProjectName source,
        Project target,
        boolean fresh,
        boolean renamed,
        Map<Part, StoredSet> sets,
        List<StoredDump> dumps,
        Optional<StoredSnapshot> snapshot,
        Set<Part> saved,
        List<RestoreStep> steps) {
    public RestorePlan {
        sets = sets.isEmpty() ? Map.of() : new EnumMap<>(sets);
        dumps = List.copyOf(dumps);
        saved = Set.copyOf(saved);
        steps = List.copyOf(steps);
    }
}
