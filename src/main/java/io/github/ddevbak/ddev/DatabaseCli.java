package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.SchemaCounts;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Questions to a running project's database server, and its dumps. Never to be called for a project that does not run:
 * ddev (since v1.25.2) would start it and leave it running.
 */
public final class DatabaseCli {
    private final ProcessRunner runner;
    private final Duration timeout;
    private final DatabaseContainer container;

    /** @param timeout for each call, dumps too */
    public DatabaseCli(ProcessRunner runner, Duration timeout) {
        this.runner = runner;
        this.timeout = timeout;
        this.container = new DatabaseContainer(runner, timeout);
    }

    /**
     * A dump tool at work in the container.
     *
     * @param pid in the container
     * @param startTicks when it started, in the kernel's ticks; with the pid it names one process for good
     * @param command printable
     */
    public record DumpProcess(long pid, long startTicks, String command) {}

    /**
     * Every database of the server with what it holds, minus the server's own and ddev's {@code xhgui};
     * {@code test} of MySQL and MariaDB and {@code postgres} of PostgreSQL only where they hold something. One question
     * for MySQL and MariaDB, one and one for each database for PostgreSQL.
     */
    public Answer<List<ServerDatabase>> inventory(Project project, DatabaseServer server) {
        if (server.postgres()) {
            return container
                    .ask(project, PostgresQuestions.client("postgres", PostgresQuestions.DATABASES))
                    .then(stdout -> PostgresQuestions.databases(stdout)
                            .map(entries -> counted(project, entries))
                            .orElseGet(() -> incomplete("list of databases")));
        }
        return container
                .ask(project, MysqlQuestions.client(server, MysqlQuestions.INVENTORY))
                .then(stdout -> MysqlQuestions.inventory(stdout)
                        .map(databases -> said(databases, List.of()))
                        .orElseGet(() -> incomplete("list of databases")));
    }

    private Answer<List<ServerDatabase>> counted(Project project, List<PostgresQuestions.Entry> entries) {
        List<ServerDatabase> databases = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (PostgresQuestions.Entry entry : entries) {
            Answer<SchemaCounts> counts = counts(project, entry);
            if (counts instanceof Answer.Refused<SchemaCounts> refused && refused.trouble() != Answer.Trouble.OTHER) {
                return new Answer.Refused<>(refused.trouble(), refused.why());
            }
            if (entry.broken()) {
                warnings.add("database " + Printable.text(entry.name())
                        + " was half dropped and cannot be read any more; drop it for good");
            } else if (!entry.name().equals("postgres") || !counts.value().equals(Optional.of(SchemaCounts.NONE))) {
                databases.add(new ServerDatabase(
                        entry.name(), counts.value().orElse(ServerDatabase.UNCOUNTED), entry.bytes()));
            }
            if (counts instanceof Answer.Refused<SchemaCounts> refused && !entry.broken()) {
                warnings.add("database " + Printable.text(entry.name()) + " could not be counted: " + refused.why());
            }
        }
        return said(databases, warnings);
    }

    private Answer<SchemaCounts> counts(Project project, PostgresQuestions.Entry entry) {
        if (!entry.open() || entry.broken()) {
            return Refusal.because("it does not accept connections");
        }
        return container
                .ask(project, PostgresQuestions.client(entry.name(), PostgresQuestions.COUNTS))
                .then(stdout -> PostgresQuestions.counts(stdout)
                        .map(counts -> said(counts, List.of()))
                        .orElseGet(() -> incomplete("account")));
    }

    /**
     * How many rows the tables of these databases hold, by counting them, of those that a dump writes. One question for
     * MySQL and MariaDB, one for each database for PostgreSQL.
     */
    public Answer<Map<String, Long>> rows(Project project, DatabaseServer server, List<String> databases) {
        if (!server.postgres()) {
            return container
                    .ask(project, MysqlQuestions.client(server, RowQuestions.mysql(databases)))
                    .then(stdout -> RowQuestions.mysqlRows(databases, stdout)
                            .map(rows -> said(rows, List.of()))
                            .orElseGet(() -> incomplete("count of rows")));
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String database : databases) {
            Answer<String> answer = container.ask(project, PostgresQuestions.client(database, RowQuestions.POSTGRES));
            if (answer instanceof Answer.Refused<String> refused) {
                return new Answer.Refused<>(refused.trouble(), refused.why());
            }
            OptionalLong counted = RowQuestions.postgresRows(answer.value().orElse(""));
            if (counted.isEmpty()) {
                return incomplete("count of rows");
            }
            rows.put(database, counted.getAsLong());
        }
        return said(rows, List.of());
    }

    /**
     * Roles, users and grants that are not ddev's own as SQL text, empty where there are none. Of PostgreSQL without
     * what belongs to a single database (its grants, its settings).
     */
    public Answer<String> globals(Project project, DatabaseServer server) {
        return server.postgres()
                ? new PostgresGlobals(container).of(project)
                : new MysqlGlobals(container).of(project, server);
    }

    /** Whether {@code ddev export-db} can name the database: it does not quote (v1.22 to v1.25.3). */
    public static boolean exportable(String database) {
        return database.matches("[A-Za-z0-9_]{1,64}");
    }

    /**
     * {@code ddev export-db}: tables, views and triggers, but of MySQL and MariaDB neither routines nor events. The
     * success message goes to standard error.
     *
     * @param sink takes the dump as it comes
     * @throws IllegalArgumentException for a name that is not {@linkplain #exportable exportable}
     */
    public ProcessResult export(Project project, String database, OutputStream sink) {
        if (!exportable(database)) {
            throw new IllegalArgumentException("ddev export-db cannot name " + Printable.text(database));
        }
        Invocation call = DdevCall.of(
                        timeout,
                        "export-db",
                        project.name().text(),
                        "--database=" + database,
                        "--gzip=false",
                        "--skip-hooks")
                .in(project.approot())
                .writing(sink);
        return DdevCall.run(runner, project, call);
    }

    /**
     * The server's own dump tool, called through {@code ddev exec}: everything the database holds.
     *
     * @param force go on after what cannot be dumped, such as a broken view; the tool then exits 2
     */
    public ProcessResult dump(
            Project project, DatabaseServer server, String database, boolean force, OutputStream sink) {
        List<String> tool = DumpTool.command(server, database, force);
        return DdevCall.run(
                runner, project, DdevCall.inDatabase(project, timeout, tool).writing(sink));
    }

    /**
     * Dump tools running in the container now. Asked before a dump, and again after a killed one, whose tool runs on in
     * the container (ddev v1.25.3), so that only those are ended that are new.
     */
    public Answer<List<DumpProcess>> dumpProcesses(Project project) {
        return container
                .ask(project, DumpProcesses.list())
                .then(stdout -> DumpProcesses.read(stdout)
                        .map(processes -> said(processes, List.of()))
                        .orElseGet(() -> incomplete("list of processes")));
    }

    /** Ends these dump tools: asks, waits up to five seconds, insists. Not {@code ok} where one is still there. */
    public ProcessResult end(Project project, List<DumpProcess> ours) {
        return ours.isEmpty() ? ProcessResult.exited(0, "", "") : container.tidy(project, DumpProcesses.end(ours));
    }

    private static <T> Answer<T> said(T content, List<String> warnings) {
        return new Answer.Said<>(content, warnings);
    }

    private static <T> Answer<T> incomplete(String what) {
        return Refusal.because("the database server's " + what + " is incomplete or cannot be read");
    }
}
