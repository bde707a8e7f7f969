package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;

/** Hears what a run does while it does it. Called on the thread of the run. */
public interface Listener {

    /** Something that may take a while began; for a progress line. */
    void working(String project, String what);

    /** So many bytes have come; for a progress line. May be called from any thread. */
    void bytes(long soFar);

    void part(Project project, PartRecord outcome);

    /** Something about the run as a whole, or about putting a project back. */
    void told(String project, Finding finding);

    void project(ProjectResult result);
}
