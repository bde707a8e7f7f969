package io.github.ddevbak.report;

import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;

/** Draws how far a command has come, and leaves its result to be told as a whole at the end. */
public final class ProgressOnly implements Listener {
    private final Listener report;

    /**
     * A listener that passes on all but the parts.
     *
     * @param report hears everything else
     */
    public ProgressOnly(Listener report) {
        this.report = report;
    }

    @Override
    public void working(String project, String what) {
        report.working(project, what);
    }

    @Override
    public void bytes(long soFar) {
        report.bytes(soFar);
    }

    @Override
    public void files(String project, String what, long files, long ofFiles, long bytes, long ofBytes) {
        report.files(project, what, files, ofFiles, bytes, ofBytes);
    }

    @Override
    public void part(Project project, PartRecord outcome) {
        // told with all others, when it is known what matters most
    }

    @Override
    public void told(String project, Finding finding) {
        report.told(project, finding);
    }

    @Override
    public void project(ProjectResult result) {
        report.project(result);
    }
}
