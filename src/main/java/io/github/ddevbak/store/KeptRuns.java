package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the runs' files keep of each set, its manifest's hash among it; a file is read again when it is asked for. */
public final class KeptRuns {
    private final Map<String, List<Path>> files;

    KeptRuns(Map<String, List<Path>> files) {
        this.files = files;
    }

    static String key(String project, String set) {
        return project + "/" + set;
    }

    /** The lines of the runs that made this set; none where no file of a run tells of it. */
    public List<RunProject> of(ProjectName project, String set) {
        return files.getOrDefault(key(project.text(), set), List.of()).stream()
                .flatMap(file -> Runs.readable(file).stream())
                .flatMap(run -> run.projects().stream())
                .filter(line ->
                        line.project().equals(project.text()) && line.set().equals(set))
                .toList();
    }
}
