package io.github.ddevbak.recovery;

import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.Surveyed;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.SetRecord;
import java.util.Set;

/** Saves what is there before something is written over it. */
@FunctionalInterface
public interface SafetyCopy {
    /** The label of its sets. */
    String LABEL = SetRecord.BEFORE_RESTORE;

    /** Makes a set, labelled {@code before-restore}, of those parts of the project as they are now. */
    ProjectResult of(Project project, Set<Part> parts, Surveyed surveyed, Listener listener);
}
