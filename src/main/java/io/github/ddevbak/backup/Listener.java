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

    /**
     * So many of a project's user files are done; for a progress line. May be called from any thread.
     *
     * @param what what is done to them, such as {@code hashing}
     * @param ofFiles how many there are; 0 where it is not known
     * @param ofBytes likewise
     */
    void files(String project, String what, long files, long ofFiles, long bytes, long ofBytes);

    void part(Project project, PartRecord outcome);

    /** Something about the run as a whole, or about putting a project back. */
    void told(String project, Finding finding);

    void project(ProjectResult result);
}
