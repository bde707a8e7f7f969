package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Leaves a snapshot where ddev keeps it, so that {@code ddev snapshot restore} finds it. */
final class StayTarget implements DatabasePart.Target {
    private final Project project;
    private final String name;
    private final Consumer<String> working;

    StayTarget(Project project, String name, Consumer<String> working) {
        this.project = project;
        this.name = name;
        this.working = working;
    }

    @Override
    public Path dump(String database) {
        throw new IllegalStateException("a snapshot takes no dump");
    }

    @Override
    public String dumped(String database, DumpFacts facts) {
        throw new IllegalStateException("a snapshot takes no dump");
    }

    @Override
    public void globals(String sql) {
        throw new IllegalStateException("a snapshot holds users and grants itself");
    }

    @Override
    public String snapshotName() {
        return name;
    }

    @Override
    public Optional<String> snapshot(Path file, String sha256) {
        return Optional.empty();
    }

    @Override
    public Optional<Finding> room(long bytes) {
        Path folder = SnapshotCli.folder(project.approot());
        Path known = Files.isDirectory(folder) ? folder : project.approot();
        try {
            return Space.objection(
                    project.name().text(), bytes, Files.getFileStore(known).getUsableSpace(), known);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void working(String what) {
        working.accept(what);
    }
}
