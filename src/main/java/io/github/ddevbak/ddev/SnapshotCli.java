package io.github.ddevbak.ddev;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** ddev's snapshots: the command that makes one, and what it leaves in the database container. */
public final class SnapshotCli {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    /** With these ddev fills new databases ({@code seed} since v1.25.4, {@code initializer} in builds before it). */
    public static final Set<String> RESERVED = Set.of("seed", "initializer");

    /** ddev's file name is the snapshot's, the server's type and its version (pkg/ddevapp/snapshot.go, v1.25.3). */
    private static final String REMOVE =
            "rm -f -- /var/tmp/\"$1\"-mariadb_* /var/tmp/\"$1\"-mysql_* /var/tmp/\"$1\"-postgres_*";

    private final ProcessRunner runner;
    private final Duration timeout;
    private final DatabaseContainer container;

    /** @param timeout for each call; ddev itself waits for a server that hangs without end */
    public SnapshotCli(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
        this.container = new DatabaseContainer(runner, timeout);
    }

    /** Where ddev keeps a project's snapshots. */
    public static Path folder(Path approot) {
        return approot.resolve(".ddev").resolve("db_snapshots");
    }

    /**
     * Asks ddev for a snapshot. Its exit 0 proves nothing: it says so too when the backup failed, the name exists or
     * there is no database (v1.25.3).
     *
     * @throws IllegalArgumentException for a name that ddev refuses or gives a meaning to
     */
    public ProcessResult create(ProjectName project, String name) {
        if (!safe(name) || RESERVED.contains(name)) {
            throw new IllegalArgumentException("not a name for a snapshot: " + Printable.text(name));
        }
        return runner.run(DdevCall.of(timeout, "snapshot", project.text(), "--name", name, "--skip-hooks"));
    }

    /**
     * Puts the whole server back to a snapshot that lies in ddev's folder. ddev takes no project here but acts on that of
     * the working directory, or of one above it; a snapshot of another server is refused (exit 1), one of PostgreSQL that
     * does not unpack has emptied the server by then (v1.25.3). Its command stays in the container's definition until the
     * project is started again.
     *
     * @throws IllegalArgumentException for a name that cannot be a snapshot's
     */
    public ProcessResult restore(Project project, String name) {
        if (!safe(name)) {
            throw new IllegalArgumentException("not a name for a snapshot: " + Printable.text(name));
        }
        return DdevCall.run(
                runner,
                project,
                DdevCall.of(timeout, "snapshot", "restore", name, "--skip-hooks")
                        .in(project.approot()));
    }

    /**
     * The end of the backup tool's own log, at most 2 KiB: ddev does not pass its words on.
     *
     * @param fileName the snapshot's file name, such as {@code name-mariadb_11.8.zst}
     */
    public Answer<String> log(Project project, String fileName) {
        if (!safe(fileName)) {
            return Refusal.because("not a snapshot's file name: " + Printable.text(fileName));
        }
        return container.ask(project, List.of("tail", "-c", "2048", "/tmp/snapshot_" + fileName + ".log"));
    }

    /**
     * Deletes what a killed or failed snapshot of this name left in the container's {@code /var/tmp}, and nothing else.
     *
     * @throws IllegalArgumentException for a name that cannot be a snapshot's
     */
    public ProcessResult removeLeftovers(Project project, String snapshotName) {
        if (!safe(snapshotName)) {
            throw new IllegalArgumentException("not a name for a snapshot: " + Printable.text(snapshotName));
        }
        return container.tidy(project, List.of("sh", "-c", REMOVE, "sh", snapshotName));
    }

    private static boolean safe(String name) {
        return SAFE.matcher(name).matches() && !name.contains("..");
    }
}
