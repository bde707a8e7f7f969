package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts SQL into a running project's database server. Nothing it returns proves anything: ddev exits 0 for an empty file
 * and for one that was cut between two statements (v1.25.3), so the server must be asked for what came of it.
 */
public final class ImportCli {
    private static final int SAID = 64 << 10;

    private final ProcessRunner runner;
    private final Duration timeout;

    /** @param timeout for each call, imports too */
    public ImportCli(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
    }

    /**
     * {@code ddev import-db}: drops the database, makes it anew and reads the file into it. ddev unpacks the whole file
     * into the project's {@code .ddev} first, and rewrites two newer collations (v1.25.0 and later).
     *
     * @param file absolute; ddev goes by the ending of its name, {@code .sql.gz} or {@code .sql}
     * @throws IllegalArgumentException for a name that ddev cannot quote, or a file that it would not take for a dump
     */
    public ProcessResult importDump(Project project, String database, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!file.isAbsolute() || !(name.endsWith(".sql.gz") || name.endsWith(".sql"))) {
            throw new IllegalArgumentException("not a dump for ddev import-db: " + Printable.text(file.toString()));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            // Without a file ddev reads standard input; an empty one drops the database and is called a success.
            return DdevCall.notCalled(
                    Printable.text(file.toString()) + " is not there or cannot be read; ddev was not called");
        }
        return DdevCall.run(runner, project, imported(project, database, "--file=" + file));
    }

    /**
     * The same from standard input, for a dump whose file ddev does not take; nothing is unpacked into the project.
     *
     * @param sql the uncompressed dump; closed here
     * @throws IOException where not even its first byte can be read
     * @throws IllegalArgumentException for a name that ddev cannot quote
     */
    public ProcessResult importDump(Project project, String database, InputStream sql) throws IOException {
        PushbackInputStream dump = new PushbackInputStream(sql);
        int first = dump.read();
        if (first < 0) {
            dump.close();
            return DdevCall.notCalled("the dump is empty, and ddev would empty the database; it was not called");
        }
        dump.unread(first);
        return DdevCall.run(runner, project, imported(project, database).reading(dump));
    }

    private Invocation imported(Project project, String database, String... more) {
        if (!DatabaseCli.exportable(database)) {
            throw new IllegalArgumentException("ddev import-db cannot name " + Printable.text(database));
        }
        List<String> words = new ArrayList<>(List.of("import-db", project.name().text(), "--database=" + database));
        words.addAll(List.of(more));
        words.addAll(List.of("--no-progress", "--skip-hooks"));
        return DdevCall.of(timeout, words.toArray(String[]::new)).in(project.approot());
    }

    /**
     * Drops the database, whoever is connected to it, and makes an empty one of that name, which ddev's own user may
     * use. Any name will do.
     */
    public ProcessResult recreate(Project project, DatabaseServer server, String database) {
        return asked(project, ImportWords.recreate(server, database));
    }

    /** Ends every connection to a database of PostgreSQL: it does not drop one that somebody uses. */
    public ProcessResult endConnections(Project project, DatabaseServer server, String database) {
        return server.postgres()
                ? asked(project, ImportWords.endConnections(database))
                : ProcessResult.exited(0, "", "");
    }

    /**
     * Reads a dump into a database through the client in the container, byte for byte as it is, and ends at the
     * first error. The database must be there.
     *
     * @param onwards whether to go on after an error (MySQL and MariaDB), as a dump with a broken view asks for
     * @param sql the uncompressed dump; closed here
     */
    public ProcessResult load(
            Project project, DatabaseServer server, String database, boolean onwards, InputStream sql) {
        return fed(project, ImportWords.load(server, database, onwards), new WithoutSandboxLine(sql));
    }

    /**
     * Runs statements about roles, users and grants and goes on after each that fails: an account that is there already
     * is none.
     *
     * @param sql closed here
     */
    public ProcessResult globals(Project project, DatabaseServer server, InputStream sql) {
        return fed(project, ImportWords.globals(server), sql);
    }

    private ProcessResult asked(Project project, List<String> program) {
        return DdevCall.run(runner, project, DdevCall.inDatabase(project, timeout, program));
    }

    private ProcessResult fed(Project project, List<String> program, InputStream input) {
        return DdevCall.run(
                runner,
                project,
                DdevCall.fedInDatabase(project, timeout, program).reading(input).writing(new Output.Captured(SAID)));
    }
}
