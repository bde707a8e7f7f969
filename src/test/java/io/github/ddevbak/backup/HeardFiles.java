package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers how far the work on user files was said to have come. */
final class HeardFiles implements Listener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void files(String project, String what, long files, long ofFiles, long bytes, long ofBytes) {
        lines.add(project + " " + what + " " + files + "/" + ofFiles + " " + bytes + "/" + ofBytes);
    }

    @Override
    public void working(String project, String what) {
        // not of files
    }

    @Override
    public void bytes(long soFar) {
        // not of files
    }

    @Override
    public void part(Project project, PartRecord outcome) {
        // told by whoever asked for it
    }

    @Override
    public void told(String project, Finding finding) {
        // told by whoever asked for it
    }

    @Override
    public void project(ProjectResult result) {
        // told by whoever asked for it
    }
}
